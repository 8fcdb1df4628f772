package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedTrade.Scan;
import com.yuge.payment.channelfakes.alipay.BookedTrade.Status;
import com.yuge.payment.channelfakes.alipay.Books.Change;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.RandomDecimal;
import com.yuge.payment.domain.shared.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes payments: by the rules at the cashier, and without rules for tests. */
final class PaymentService {
  private static final int NUMBER_DIGITS = 20;

  private final TradeService trades;
  private final FaultBoard<String, AlipayFaults> faults;

  PaymentService(TradeService trades, FaultBoard<String, AlipayFaults> faults) {
    this.trades = trades;
    this.faults = faults;
  }

  /**
   * A payer opens the trade, by its QR code or by a page; the trade has a number only from then on.
   */
  Optional<BookedTrade> scan(String outTradeNo) {
    return trades.change(outTradeNo, PaymentService::scanned).map(Change::after);
  }

  private static BookedTrade scanned(BookedTrade trade, Instant now) {
    boolean first = trade.status() == Status.UNSCANNED && !trade.isExpired(now);
    return first ? opened(trade, now) : trade;
  }

  private static BookedTrade opened(BookedTrade trade, Instant now) {
    String tradeNo = AlipayTime.day(now) + RandomDecimal.digits(NUMBER_DIGITS);
    return trade.opened(new Scan(tradeNo, now));
  }

  /** Pays if the trade can be paid; returns empty if there is no such trade. */
  Optional<BookedTrade> press(String outTradeNo) {
    return trades
        .change(outTradeNo, (trade, now) -> pressed(scanned(trade, now), now))
        .map(Change::after);
  }

  private BookedTrade pressed(BookedTrade trade, Instant now) {
    return trade.status() == Status.WAIT_BUYER_PAY
        ? trade.paid(payment(trade, trade.total(), now))
        : trade;
  }

  /** Pays any amount of any unpaid trade, even if it is closed or expired. */
  Optional<BookedTrade> force(String outTradeNo, Optional<Money> amount) {
    return trades
        .change(outTradeNo, (trade, now) -> forced(trade, amount.orElse(trade.total()), now))
        .map(Change::after);
  }

  private BookedTrade forced(BookedTrade trade, Money amount, Instant now) {
    if (trade.payment() != null) {
      throw new BadRequest(409, "Alipay takes one payment of a trade");
    }
    BookedTrade opened = trade.scan() == null ? opened(trade, now) : trade;
    return opened.paid(payment(trade, amount, now));
  }

  /** Ends the time for refunds of a paid trade. */
  Optional<BookedTrade> finish(String outTradeNo) {
    return trades
        .change(
            outTradeNo,
            (trade, now) -> trade.status() == Status.TRADE_SUCCESS ? trade.finish() : trade)
        .map(Change::after);
  }

  private Payment payment(BookedTrade trade, Money amount, Instant now) {
    AlipayFaults fault = faults.of(trade.outTradeNo());
    Instant paidAt = now.plusSeconds(fault.skewSeconds()).truncatedTo(ChronoUnit.SECONDS);
    return new Payment(amount, fault.coupon(), paidAt);
  }
}
