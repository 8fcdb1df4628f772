/**
 * Consumes the payment service's events: {@link com.yuge.payment.consumer.PaymentEventHandler}
 * handles each of them once, in the transaction that also records it as consumed.
 */
@NullMarked
package com.yuge.payment.consumer;

import org.jspecify.annotations.NullMarked;
