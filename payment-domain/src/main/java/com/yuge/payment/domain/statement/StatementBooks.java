package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads statements and our books beside each other, always by numbers and in bounded parts. */
public interface StatementBooks {
  /** Returns the next lines of a statement after a line, ascending. */
  List<LineFacts> lines(Statement statement, long afterLine, int limit);

  /** Returns one line, as the books are now. */
  Optional<LineFacts> line(long statementId, int line);

  /**
   * Whose money, and when.
   *
   * @param accounts the accounts of the orders; empty for a channel without accounts
   * @param from the first moment of the day
   * @param until the first moment of the next day
   */
  record Day(PayChannel channel, Set<String> accounts, Instant from, Instant until) {}

  /** Returns those payments of a day, as the channel dates them, that no statement lists. */
  UnlistedMoney.Chunk unlistedPayments(Day day, long afterRow, int limit);

  /** Returns those refunds that the channel accepted on a day and that no statement lists. */
  UnlistedMoney.Chunk unlistedRefunds(Day day, long afterRow, int limit);

  /** Whether our books have a payment that the channel dates on the day and no statement lists. */
  boolean hasPayment(Day day);

  /** Whether they have a payment or a refund, of the day by our clock, that no statement lists. */
  boolean hasMoney(Day day);
}
