package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.Choice;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Map;
import java.util.Optional;

/** The page where a person pays, makes a payment fail, or leaves. */
final class Cashier implements Endpoint {
  private final Books books;
  private final PaymentService payments;
  private final CashierPage page;

  Cashier(Books books, PaymentService payments, CashierPage page) {
    this.books = books;
    this.payments = payments;
    this.page = page;
  }

  @Override
  public Answer handle(Request request) {
    return switch (request.shape()) {
      case "GET cashier/*" -> show(request, Choice.NONE);
      case "GET cashier/*/leave" -> show(request, Choice.LEAVE);
      case "POST cashier/*/pay" -> press(request, Status.SUCCESS);
      case "POST cashier/*/fail" -> press(request, Status.FAILED);
      default -> Answer.page(404, page.missing());
    };
  }

  private Answer show(Request request, Choice choice) {
    return books
        .find(request.payNo())
        .map(found -> Answer.page(200, page.of(found, payments.isPayable(found), choice)))
        .orElseGet(() -> Answer.page(404, page.missing()));
  }

  private Answer press(Request request, Status status) {
    PayNo payNo = request.payNo();
    Optional<BookedTrade> trade = payments.press(payNo, status);
    if (trade.isEmpty()) {
      return Answer.page(404, page.missing());
    }
    return request.wantsPage()
        ? Answer.seeOther("/cashier/" + payNo)
        : Answer.json(Map.of("payNo", payNo.value(), "state", trade.get().state().name()));
  }
}
