package com.yuge.payment.consumer;

import org.jspecify.annotations.Nullable;

/**
 * A message that could not be handled.
 *
 * @param key the message's key, which is the pay number or a statement's key
 * @param event null if the body is malformed
 * @param cause why the last attempt failed
 */
public record DeadLetter(
    String messageId,
    @Nullable String tag,
    @Nullable String key,
    @Nullable PaymentEvent event,
    RuntimeException cause) {}
