/**
 * The channels' daily statements beside our own books: fetched, kept, read, matched, and what
 * differs followed until somebody has resolved it. A statement never changes an order; it causes a
 * query at the channel, and the query's answer does.
 */
@NullMarked
package com.yuge.payment.domain.statement;

import org.jspecify.annotations.NullMarked;
