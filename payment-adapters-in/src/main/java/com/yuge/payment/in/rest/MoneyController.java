package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.AcceptUnappliedPayment.Acceptance;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators see and accept money that needs a person. */
@RestController
final class MoneyController {
  private static final Grammar STATE =
      Grammar.of("state", "payment-state", "OPEN|REFUNDED|ACCEPTED");
  private static final Grammar TRADE_NO = TradeNo.GRAMMAR.of("tradeNo");
  private static final Grammar AFTER_ORDER = PayNo.GRAMMAR.of("after");

  private final InspectMoney inspect;
  private final AcceptUnappliedPayment accept;
  private final PayOrderMapper mapper;
  private final Function<HttpServletRequest, MappingContext> contexts;

  MoneyController(
      InspectMoney inspect,
      AcceptUnappliedPayment accept,
      PayOrderMapper mapper,
      Function<HttpServletRequest, MappingContext> contexts) {
    this.inspect = inspect;
    this.accept = accept;
    this.mapper = mapper;
    this.contexts = contexts;
  }

  /** A payment, and the other orders that its trade was named for. */
  @JsonPropertyOrder({"payment", "claims"})
  record TradeResponse(PaymentResponse payment, List<ClaimResponse> claims) {}

  /** The payment after the call, and whether this call changed it. */
  @JsonPropertyOrder({"changed", "payment"})
  record Accepted(boolean changed, PaymentResponse payment) {}

  @GetMapping("/payments/unapplied")
  ResponseEntity<Envelope<List<PaymentResponse>>> unapplied(
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = Paging.PAGE_SIZE) String limit,
      HttpServletRequest request) {
    MappingContext context = contexts.apply(request);
    List<PaidTrade> page =
        InvalidRequest.unless(
            () ->
                inspect.unapplied(
                    State.valueOf(STATE.require(state)), Paging.id(after), Paging.size(limit)));
    return Envelope.ok(page.stream().map(one -> mapper.response(one, context)).toList());
  }

  @PostMapping(
      path = "/payments/unapplied/{id:[0-9]{1,18}}/accept",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Accepted>> accept(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable OperatorReason reason,
      HttpServletRequest request) {
    Acceptance done =
        accept
            .handle(id, InvalidRequest.requireBody(reason))
            .orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_PAYMENT));
    if (isBeingRefunded(done)) {
      throw new ApiException(ErrorCode.PAYMENT_REFUNDING);
    }
    PaymentResponse payment = mapper.response(done.payment(), contexts.apply(request));
    return Envelope.ok(new Accepted(done.changed(), payment));
  }

  // A payment that was accepted before stays accepted, even if money was given back since.
  private static boolean isBeingRefunded(Acceptance done) {
    PaidTrade payment = done.payment();
    return !done.changed() && payment.state() == State.OPEN && payment.isBeingRefunded();
  }

  @GetMapping("/payments/claims")
  ResponseEntity<Envelope<List<ClaimResponse>>> claims(
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = Paging.PAGE_SIZE) String limit,
      HttpServletRequest request) {
    MappingContext context = contexts.apply(request);
    return Envelope.ok(
        InvalidRequest.unless(() -> inspect.claims(Paging.id(after), Paging.size(limit))).stream()
            .map(claim -> mapper.response(claim, context))
            .toList());
  }

  @GetMapping("/payments/overdue")
  ResponseEntity<Envelope<List<OverdueResponse>>> overdue(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = Paging.PAGE_SIZE) String limit,
      HttpServletRequest request) {
    MappingContext context = contexts.apply(request);
    return Envelope.ok(
        InvalidRequest.unless(() -> inspect.overdue(order(after), Paging.size(limit))).stream()
            .map(order -> OverdueResponse.of(order, context))
            .toList());
  }

  @GetMapping("/payments/trade")
  ResponseEntity<Envelope<TradeResponse>> trade(
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String tradeNo,
      HttpServletRequest request) {
    MappingContext context = contexts.apply(request);
    return InvalidRequest.unless(
            () -> inspect.trade(new PayChannel(channel), new TradeNo(TRADE_NO.require(tradeNo))))
        .map(
            details ->
                new TradeResponse(
                    mapper.response(details.payment(), context),
                    details.claims().stream().map(one -> mapper.response(one, context)).toList()))
        .map(Envelope::ok)
        .orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_PAYMENT));
  }

  private static @Nullable PayNo order(@Nullable String after) {
    return after == null ? null : new PayNo(AFTER_ORDER.require(after));
  }
}
