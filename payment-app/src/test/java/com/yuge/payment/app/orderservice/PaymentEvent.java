package com.yuge.payment.app.orderservice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;

/** What the order-service reads of an event; fields it does not know are none of its business. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PaymentEvent(
    String eventId, String payNo, String orderNo, BigDecimal amount, String traceId) {}
