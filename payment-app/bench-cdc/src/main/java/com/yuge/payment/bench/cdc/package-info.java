/** An outbox table, published by who follows the database's own log of changes. */
@NullMarked
package com.yuge.payment.bench.cdc;

import org.jspecify.annotations.NullMarked;
