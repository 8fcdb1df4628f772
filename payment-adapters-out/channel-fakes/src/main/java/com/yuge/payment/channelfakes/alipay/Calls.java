package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.CallCounts;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Executes the calls, and counts them; the counts include refused requests. */
final class Calls {
  private final Books books;
  private final TradeCalls trades;
  private final RefundCalls refunds;
  private final PaymentService payments;
  private final BillCalls bills;
  private final CallCounts<String, Call> counts = new CallCounts<>();

  Calls(
      Books books,
      TradeCalls trades,
      RefundCalls refunds,
      PaymentService payments,
      BillCalls bills) {
    this.books = books;
    this.trades = trades;
    this.refunds = refunds;
    this.payments = payments;
    this.bills = bills;
  }

  /** A payer's browser opens the trade, and goes on to the cashier. */
  Answer page(OpenApiRequest request) {
    BookedTrade trade = trades.open(request);
    var unused = payments.scan(trade.outTradeNo());
    return Answer.seeOther("/cashier/" + trade.outTradeNo());
  }

  Map<String, Object> execute(OpenApiRequest request) {
    return switch (request.call()) {
      case PRECREATE -> trades.precreate(request);
      case QUERY -> trades.query(request);
      case CLOSE -> trades.close(request);
      case REFUND -> refunds.refund(request);
      case QUERY_REFUND -> refunds.query(request);
      case BILL -> bills.query(request);
      case PAGE, WAP -> throw new IllegalStateException("answered by a page");
    };
  }

  void count(OpenApiRequest request) {
    counts.count(books.named(request).orElse(""), request.call());
  }

  /** Returns how often each call came, for all trades together. */
  Map<Call, Integer> counts() {
    return counted(counts::total);
  }

  /** Returns how often each call came for a trade. */
  Map<Call, Integer> counts(String outTradeNo) {
    return counted(call -> counts.times(outTradeNo, call));
  }

  private static Map<Call, Integer> counted(Function<Call, Integer> count) {
    Map<Call, Integer> counted = new EnumMap<>(Call.class);
    for (Call call : Call.values()) {
      counted.put(call, count.apply(call));
    }
    return counted;
  }
}
