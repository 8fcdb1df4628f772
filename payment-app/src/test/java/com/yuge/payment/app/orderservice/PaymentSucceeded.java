package com.yuge.payment.app.orderservice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;

/** What the order-service reads of the event; fields it does not know are none of its business. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PaymentSucceeded(
    String eventId, String payNo, String orderNo, BigDecimal amount, String traceId) {}
