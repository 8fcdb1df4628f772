package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.Choice;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page where a person pays, makes a payment fail, or leaves. Opening it counts as a scan. */
final class Cashier implements Endpoint {
  private final PaymentService payments;
  private final CashierPage page;

  Cashier(PaymentService payments, CashierPage page) {
    this.payments = payments;
    this.page = page;
  }

  @Override
  public Answer handle(Request request) {
    List<String> path = request.path();
    String outTradeNo = path.size() > 1 ? path.get(1) : "";
    String action = path.size() > 2 ? "/" + path.get(2) : "";
    return switch (request.method() + action) {
      case "GET" -> show(payments.scan(outTradeNo), Choice.NONE);
      case "GET/leave" -> show(payments.scan(outTradeNo), Choice.LEAVE);
      case "POST/pay" -> pressed(request, payments.press(outTradeNo));
      case "POST/fail" -> failed(request, payments.scan(outTradeNo));
      default -> Answer.page(404, page.missing());
    };
  }

  private Answer show(Optional<BookedTrade> trade, Choice choice) {
    return trade
        .map(found -> Answer.page(200, page.of(found, choice)))
        .orElseGet(() -> Answer.page(404, page.missing()));
  }

  // A failed payment leaves no trace at Alipay: the trade stays unpaid.
  private Answer failed(Request request, Optional<BookedTrade> trade) {
    return request.wantsPage() ? show(trade, Choice.FAIL) : pressed(request, trade);
  }

  private Answer pressed(Request request, Optional<BookedTrade> trade) {
    if (trade.isEmpty()) {
      return Answer.page(404, page.missing());
    }
    String outTradeNo = trade.get().outTradeNo();
    return request.wantsPage()
        ? Answer.seeOther("/cashier/" + outTradeNo)
        : Answer.json(Map.of("outTradeNo", outTradeNo, "state", trade.get().status().name()));
  }
}
