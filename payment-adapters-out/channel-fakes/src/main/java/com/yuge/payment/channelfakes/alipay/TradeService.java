package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedTrade.Status;
import com.yuge.payment.channelfakes.alipay.Books.Change;
import com.yuge.payment.channelfakes.http.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Changes trades, closes those that nobody pays in time, and notifies merchants of the changes. */
final class TradeService implements AutoCloseable {
  private final Books books;
  private final Notifier notifier;
  private final Clock clock;
  private final DaemonThreads later = new DaemonThreads("fake-alipay-expiry", 1);

  TradeService(Books books, Notifier notifier, Clock clock) {
    this.books = books;
    this.notifier = notifier;
    this.clock = clock;
  }

  /** A change of a trade; a {@link ApiError} changes nothing. */
  interface TradeUpdate {
    BookedTrade of(BookedTrade trade, Instant now);
  }

  Instant now() {
    return clock.instant();
  }

  void open(BookedTrade wanted) {
    books.open(wanted);
  }

  /** Returns the trade as it is now. */
  Optional<BookedTrade> find(String outTradeNo) {
    return change(outTradeNo, (trade, now) -> trade).map(Change::after);
  }

  /** Changes the trade; returns empty if there is no such trade. */
  Optional<Change> change(String outTradeNo, TradeUpdate update) {
    Instant now = now();
    Optional<Change> change = books.change(outTradeNo, trade -> update.of(trade.at(now), now));
    change.ifPresent(
        made -> {
          closeInTime(made);
          notifier.announce(made);
        });
    return change;
  }

  private void closeInTime(Change change) {
    BookedTrade trade = change.after();
    if (change.before().scan() == null && trade.status() == Status.WAIT_BUYER_PAY) {
      long millis = Duration.between(now(), trade.terms().expireAt()).toMillis() + 1;
      var unused = later.schedule(() -> find(trade.outTradeNo()), millis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
