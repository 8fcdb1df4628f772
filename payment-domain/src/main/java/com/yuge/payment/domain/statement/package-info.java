/**
 * The channels' daily statements: they are fetched, stored, read and matched with our books, and
 * each discrepancy is tracked until it is resolved. A statement never changes an order. It causes a
 * query at the channel, and only the answer to this query may change the order.
 */
@NullMarked
package com.yuge.payment.domain.statement;

import org.jspecify.annotations.NullMarked;
