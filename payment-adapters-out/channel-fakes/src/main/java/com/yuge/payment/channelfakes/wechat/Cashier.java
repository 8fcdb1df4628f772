package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.Choice;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page where a person pays, lets a payment fail, or leaves. */
final class Cashier implements Endpoint {
  private final WechatBooks books;
  private final PaymentService payments;
  private final CashierPage page;
  private final Clock clock;

  Cashier(WechatBooks books, PaymentService payments, Clock clock) {
    this.books = books;
    this.payments = payments;
    this.page = new CashierPage(clock);
    this.clock = clock;
  }

  @Override
  public Answer handle(Request request) {
    List<String> path = request.path();
    String outTradeNo = path.size() > 1 ? path.get(1) : "";
    String button = path.size() > 2 ? path.get(2) : "";
    return switch (request.method() + " " + button) {
      case "GET " -> show(outTradeNo, Choice.NONE);
      case "GET leave" -> show(outTradeNo, Choice.LEAVE);
      case "POST pay" -> pressed(request, payments.press(outTradeNo));
      case "POST fail" -> failed(request, outTradeNo);
      default -> Answer.page(404, page.missing());
    };
  }

  // A failed payment leaves the trade as it was: the payer may try again.
  private Answer failed(Request request, String outTradeNo) {
    return request.wantsPage()
        ? show(outTradeNo, Choice.FAIL)
        : pressed(request, books.find(outTradeNo));
  }

  private Answer show(String outTradeNo, Choice choice) {
    return books
        .find(outTradeNo)
        .map(trade -> Answer.page(200, page.of(trade, choice)))
        .orElseGet(() -> Answer.page(404, page.missing()));
  }

  private Answer pressed(Request request, Optional<WechatTrade> trade) {
    if (trade.isEmpty()) {
      return Answer.page(404, page.missing());
    }
    String outTradeNo = trade.get().outTradeNo();
    return request.wantsPage()
        ? Answer.seeOther("/cashier/" + outTradeNo)
        : Answer.json(
            Map.of("outTradeNo", outTradeNo, "state", trade.get().state(clock.instant()).name()));
  }
}
