package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All trades, in memory and in the journal; the oldest are removed when there are too many. */
final class Books {
  static final int MOST_TRADES = 50_000;
  private static final int LINES_BEFORE_REWRITE = 5 * MOST_TRADES;

  private final Map<PayNo, BookedTrade> trades = new LinkedHashMap<>();
  private final Map<RefundNo, PayNo> refunds = new HashMap<>();
  private final Journal journal;
  private int lines;

  Books(Journal journal) {
    this.journal = journal;
    journal.read().forEach(this::put);
    rewrite();
  }

  synchronized Optional<BookedTrade> find(PayNo payNo) {
    return Optional.ofNullable(trades.get(payNo));
  }

  /** Returns the trade that the refund belongs to. */
  synchronized Optional<PayNo> tradeOf(RefundNo refundNo) {
    return Optional.ofNullable(refunds.get(refundNo));
  }

  synchronized List<BookedTrade> all() {
    return List.copyOf(trades.values());
  }

  /** Adds the trade unless its pay number is taken; returns the trade in the books. */
  synchronized BookedTrade open(BookedTrade wanted) {
    BookedTrade known = trades.get(wanted.payNo());
    if (known == null) {
      keep(wanted);
    }
    return known == null ? wanted : known;
  }

  /** A trade before and after. */
  record Change(BookedTrade before, BookedTrade after) {}

  /** Changes a trade; returns empty if there is no such trade. */
  synchronized Optional<Change> change(PayNo payNo, UnaryOperator<BookedTrade> change) {
    return find(payNo).map(trade -> keep(new Change(trade, change.apply(trade))));
  }

  private Change keep(Change change) {
    if (!change.before().equals(change.after())) {
      keep(change.after());
    }
    return change;
  }

  private void keep(BookedTrade trade) {
    journal.append(trade);
    put(trade);
    if (++lines > LINES_BEFORE_REWRITE) {
      rewrite();
    }
  }

  private void put(BookedTrade trade) {
    trades.put(trade.payNo(), trade);
    trade.refunds().forEach(refund -> refunds.put(refund.refundNo(), trade.payNo()));
    if (trades.size() > MOST_TRADES) {
      BookedTrade oldest = trades.values().iterator().next();
      trades.remove(oldest.payNo());
      oldest.refunds().forEach(refund -> refunds.remove(refund.refundNo()));
    }
  }

  private void rewrite() {
    journal.rewrite(trades.values());
    lines = trades.size();
  }
}
