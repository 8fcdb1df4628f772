package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads statements together with our books, always by numbers and in bounded parts. */
public interface StatementBooks {
  /** Returns the next lines of a statement after a line, ascending. */
  List<LineFacts> lines(Statement statement, long afterLine, int limit);

  /** Returns one line, with the current entries of our books. */
  Optional<LineFacts> line(long statementId, int line);

  /**
   * The accounts and the day whose payments and refunds are read.
   *
   * @param accounts the accounts of the orders; empty for a channel without accounts
   * @param from the first moment of the day
   * @param until the first moment of the next day
   */
  record Day(PayChannel channel, Set<String> accounts, Instant from, Instant until) {}

  /** Returns the payments that the channel dates on the day and that no statement lists. */
  UnlistedMoney.Chunk unlistedPayments(Day day, long afterRow, int limit);

  /** Returns the refunds that the channel accepted on the day and that no statement lists. */
  UnlistedMoney.Chunk unlistedRefunds(Day day, long afterRow, int limit);

  /** Whether our books have a payment that the channel dates on the day and no statement lists. */
  boolean hasPayment(Day day);

  /**
   * Whether our books have a payment or refund of the day, by our clock, that no statement lists.
   */
  boolean hasMoney(Day day);
}
