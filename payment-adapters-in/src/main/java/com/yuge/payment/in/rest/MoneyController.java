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
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.JsonObject;
import com.yuge.payment.in.web.Malformed;
import com.yuge.payment.in.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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

/** Money that needs a person, for operators. */
@RestController
final class MoneyController {
  private static final Grammar STATE =
      Grammar.of("state", "payment-state", "OPEN|REFUNDED|ACCEPTED");
  private static final Grammar CHANNEL = Grammar.of("channel", "channel", "MOCK|ALIPAY|WECHAT");
  private static final Grammar TRADE_NO = TradeNo.GRAMMAR.of("tradeNo");
  private static final Grammar LIMIT = Grammar.of("limit", "page", "[0-9]{1,4}");
  private static final Grammar AFTER_ID = Grammar.of("after", "id", "[0-9]{1,18}");
  private static final Grammar AFTER_ORDER = PayNo.GRAMMAR.of("after");
  private static final int PAGE_SIZE = 100;

  private final InspectMoney inspect;
  private final AcceptUnappliedPayment accept;
  private final PayOrderMapper mapper;
  private final Function<HttpServletRequest, Wording> wording;

  MoneyController(
      InspectMoney inspect,
      AcceptUnappliedPayment accept,
      PayOrderMapper mapper,
      Function<HttpServletRequest, Wording> wording) {
    this.inspect = inspect;
    this.accept = accept;
    this.mapper = mapper;
    this.wording = wording;
  }

  /** The payment, and the other orders that its trade was named for. */
  @JsonPropertyOrder({"payment", "claims"})
  record TradeResponse(PaymentResponse payment, List<ClaimResponse> claims) {}

  /** What the payment is now, and whether this call made it so. */
  @JsonPropertyOrder({"changed", "payment"})
  record Accepted(boolean changed, PaymentResponse payment) {}

  @GetMapping("/payments/unapplied")
  ResponseEntity<Envelope<List<PaymentResponse>>> unapplied(
      @RequestParam Map<String, String> parameters, HttpServletRequest request) {
    JsonObject asked = JsonObject.of(parameters);
    Wording words = wording.apply(request);
    List<PaidTrade> page =
        Malformed.unless(() -> inspect.unapplied(state(asked), afterId(asked), limit(asked)));
    return Envelope.ok(page.stream().map(one -> mapper.response(one, words)).toList());
  }

  @PostMapping(
      path = "/payments/unapplied/{id:[0-9]{1,18}}/accept",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Accepted>> accept(
      @PathVariable String id,
      @RequestBody(required = false) byte @Nullable [] body,
      HttpServletRequest request) {
    JsonObject json = JsonObject.read(body);
    OperatorReason reason =
        Malformed.unless(
            () ->
                new OperatorReason(json.text(OperatorReason.BY), json.text(OperatorReason.REASON)));
    Acceptance done =
        accept
            .handle(Long.parseLong(id), reason)
            .orElseThrow(() -> new Refusal(Failure.NO_SUCH_PAYMENT));
    PaymentResponse payment = mapper.response(done.payment(), wording.apply(request));
    return Envelope.ok(new Accepted(done.changed(), payment));
  }

  @GetMapping("/payments/claims")
  ResponseEntity<Envelope<List<ClaimResponse>>> claims(
      @RequestParam Map<String, String> parameters, HttpServletRequest request) {
    JsonObject asked = JsonObject.of(parameters);
    Wording words = wording.apply(request);
    return Envelope.ok(
        Malformed.unless(() -> inspect.claims(afterId(asked), limit(asked))).stream()
            .map(claim -> mapper.response(claim, words))
            .toList());
  }

  @GetMapping("/payments/overdue")
  ResponseEntity<Envelope<List<OverdueResponse>>> overdue(
      @RequestParam Map<String, String> parameters, HttpServletRequest request) {
    JsonObject asked = JsonObject.of(parameters);
    Wording words = wording.apply(request);
    return Envelope.ok(
        Malformed.unless(() -> inspect.overdue(afterOrder(asked), limit(asked))).stream()
            .map(order -> OverdueResponse.of(order, words))
            .toList());
  }

  @GetMapping("/payments/trade")
  ResponseEntity<Envelope<TradeResponse>> trade(
      @RequestParam Map<String, String> parameters, HttpServletRequest request) {
    JsonObject asked = JsonObject.of(parameters);
    Wording words = wording.apply(request);
    return Malformed.unless(
            () ->
                inspect.trade(
                    PayChannel.valueOf(asked.text(CHANNEL)), new TradeNo(asked.text(TRADE_NO))))
        .map(
            story ->
                new TradeResponse(
                    mapper.response(story.payment(), words),
                    story.claims().stream().map(one -> mapper.response(one, words)).toList()))
        .map(Envelope::ok)
        .orElseThrow(() -> new Refusal(Failure.NO_SUCH_PAYMENT));
  }

  private static State state(JsonObject asked) {
    String state = asked.optionalText(STATE);
    return state == null ? State.OPEN : State.valueOf(state);
  }

  private static long afterId(JsonObject asked) {
    String after = asked.optionalText(AFTER_ID);
    return after == null ? 0 : Long.parseLong(after);
  }

  private static @Nullable PayNo afterOrder(JsonObject asked) {
    String after = asked.optionalText(AFTER_ORDER);
    return after == null ? null : new PayNo(after);
  }

  private static int limit(JsonObject asked) {
    String limit = asked.optionalText(LIMIT);
    return limit == null ? PAGE_SIZE : Integer.parseInt(limit);
  }
}
