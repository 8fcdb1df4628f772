package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** Builds the response with a pay order, or throws if there is none. */
final class PayOrderAnswers {
  private final PayOrderMapper mapper;
  private final Messages messages;
  private final ZoneId zone;

  PayOrderAnswers(PayOrderMapper mapper, Messages messages, ZoneId zone) {
    this.mapper = mapper;
    this.messages = messages;
    this.zone = zone;
  }

  ResponseEntity<Envelope<PayOrderResponse>> answer(
      PayOrderDetails details, HttpServletRequest request) {
    return Envelope.ok(mapper.response(details, null, context(request)));
  }

  /** Adds what the payer's client has to do next. */
  ResponseEntity<Envelope<PayOrderResponse>> answer(
      PayOrderDetails details, PayerAction action, HttpServletRequest request) {
    return Envelope.ok(mapper.response(details, action, context(request)));
  }

  MappingContext context(HttpServletRequest request) {
    return new MappingContext(request, messages, zone);
  }

  ResponseEntity<Envelope<PayOrderResponse>> answer(
      Optional<PayOrderDetails> order, HttpServletRequest request) {
    return order
        .map(found -> answer(found, request))
        .orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_ORDER));
  }
}
