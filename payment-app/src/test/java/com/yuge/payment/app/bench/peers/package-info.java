/**
 * Our outbox beside what else one would use, each with the same business transaction. Only the way
 * from the payment to the broker differs.
 */
@NullMarked
package com.yuge.payment.app.bench.peers;

import org.jspecify.annotations.NullMarked;
