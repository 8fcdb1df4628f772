package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Caller;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Pay orders for order-service. */
@RestController
final class PayOrderController {
  // The paths contain the grammars. An invalid number is an unknown path (404), never a wrong
  // method (405).
  static final String PAY_ORDERS = "/payments";
  static final String PAY_ORDER = "/payments/{payNo:PAY[0-9]{29}}";
  static final String PAY_ORDER_OF = "/payments/order/{orderNo:[A-Za-z0-9_-]{1,32}}";

  private final CreatePayOrder create;
  private final OpenPayment open;
  private final FindPayOrder find;
  private final Channels channels;
  private final LimitProperties rules;
  private final LimitErrors limitReached;
  private final PayOrderAnswers answers;

  PayOrderController(
      CreatePayOrder create,
      OpenPayment open,
      FindPayOrder find,
      Channels channels,
      LimitProperties rules,
      LimitErrors limitReached,
      PayOrderAnswers answers) {
    this.create = create;
    this.open = open;
    this.find = find;
    this.channels = channels;
    this.rules = rules;
    this.limitReached = limitReached;
    this.answers = answers;
  }

  @PostMapping(path = PAY_ORDERS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<PayOrderResponse>> create(
      @RequestBody(required = false) @Nullable CreateRequest body, HttpServletRequest request) {
    RequestedParties parties = new RequestedParties(rules, Caller.of(request));
    PayRequest asked =
        InvalidRequest.unless(() -> InvalidRequest.requireBody(body).toPayRequest(parties));
    requireChannel(asked);
    Creation creation = create.handle(asked);
    return switch (creation.kind()) {
      case AGREED -> answers.answer(find.details(creation.order()), request);
      case CONFLICTING -> throw new ApiException(ErrorCode.ORDER_DIFFERS);
      case OVER_LIMIT -> throw limitReached.of((Creation.OverLimit) creation);
    };
  }

  /**
   * Requires an enabled channel that takes the amount, for a new order. A repeated request still
   * gets its response after its channel was disabled.
   */
  private void requireChannel(PayRequest asked) {
    if (!channels.has(asked.channel())) {
      requireRepeat(asked, "channel", "channel-in-use");
    } else if (!channels.gateway(asked.channel()).limits().takes(asked.amount())) {
      requireRepeat(asked, "amount", "amount-of-channel");
    }
  }

  private void requireRepeat(PayRequest asked, String field, String rule) {
    if (find.byOrderNo(asked.orderNo()).isEmpty()) {
      throw new InvalidRequest(field, rule);
    }
  }

  /** Opens the payment. The body is optional: the channel's usual product needs none. */
  @PostMapping(path = PAY_ORDER + "/pay", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<PayOrderResponse>> pay(
      @PathVariable PayNo payNo,
      @RequestBody(required = false) @Nullable PayerRequest body,
      HttpServletRequest request) {
    PayerRequest payer = body == null ? PayerRequest.NONE : body;
    OpenOptions options = InvalidRequest.unless(payer::toOptions);
    Optional<ReturnUrl> returnUrl =
        InvalidRequest.unless(() -> Optional.ofNullable(payer.toReturnUrl()));
    OpenResult result =
        open.handle(payNo, options).orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_ORDER));
    PayOrder order = opened(result, request);
    PayerAction action = open.action(order, returnUrl.orElse(null));
    return answers.answer(find.details(order), action, request);
  }

  private PayOrder opened(OpenResult result, HttpServletRequest request) {
    return switch (result.kind()) {
      case BEGUN -> result.order();
      case REFUSED -> throw new ApiException(refused(result.order()));
      case DIFFERENT -> throw new ApiException(ErrorCode.PRODUCT_DIFFERS);
      case INVALID -> throw InvalidRequest.of(((OpenResult.Invalid) result).why());
      case OVER_LIMIT ->
          throw limitReached.of((OpenResult.OverLimit) result, answers.context(request));
    };
  }

  private static ErrorCode refused(PayOrder order) {
    return order.status().isFinal() ? ErrorCode.ORDER_ENDED : ErrorCode.ORDER_EXPIRED;
  }

  @GetMapping(PAY_ORDER)
  ResponseEntity<Envelope<PayOrderResponse>> byPayNo(
      @PathVariable PayNo payNo, HttpServletRequest request) {
    return answers.answer(find.byPayNo(payNo), request);
  }

  @GetMapping(PAY_ORDER_OF)
  ResponseEntity<Envelope<PayOrderResponse>> byOrderNo(
      @PathVariable OrderNo orderNo, HttpServletRequest request) {
    return answers.answer(find.byOrderNo(orderNo), request);
  }
}
