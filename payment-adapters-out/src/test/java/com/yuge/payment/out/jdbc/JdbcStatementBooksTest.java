package com.yuge.payment.out.jdbc;

import static com.yuge.payment.out.jdbc.StatementTables.CHANNEL;
import static com.yuge.payment.out.jdbc.StatementTables.DAY;
import static com.yuge.payment.out.jdbc.StatementTables.JDBC;
import static com.yuge.payment.out.jdbc.StatementTables.add;
import static com.yuge.payment.out.jdbc.StatementTables.claimed;
import static com.yuge.payment.out.jdbc.StatementTables.line;
import static com.yuge.payment.out.jdbc.StatementTables.payment;
import static com.yuge.payment.out.jdbc.StatementTables.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.LineFacts;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks.Day;
import com.yuge.payment.domain.statement.UnlistedMoney;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines beside our books, and what of our books no line has, in the real tables. */
class JdbcStatementBooksTest {
  private static final Instant MIDNIGHT = Instant.parse("2031-03-01T16:00:00Z");
  private static final Day A_DAY =
      new Day(CHANNEL, Set.of(), MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)));

  private final JdbcStatementBooks books = new JdbcStatementBooks(JDBC);

  @BeforeEach
  void clear() {
    StatementTables.clear();
    removeBooks();
  }

  @AfterEach
  void removeBooks() {
    for (String table : List.of("t_pay_order", "t_pay_trade", "t_pay_refund")) {
      int unused = JDBC.sql("DELETE FROM " + table + " WHERE pay_no LIKE 'BOOK%'").update();
    }
  }

  @Test
  void aLineIsReadWithWhatTheBooksHave() {
    order("BOOK1", "A1");
    trade("BOOK1", "T1", MIDNIGHT);
    refund("BOOK1", "T1", "R1", MIDNIGHT);
    refund("BOOK1", "T1", "R2", null);
    Statement statement = claimed(DAY);
    StatementLine first = payment(1, "BOOK1", "T1");
    add(statement, first, line(2, "BOOK1", "T1", "R1"), line(3, "BOOK1", "T1", "R2"));
    add(statement, payment(4, "BOOK2", "T2"));

    List<LineFacts> lines = books.lines(statement, 0, 10);

    LineFacts.BookedOrder order =
        new LineFacts.BookedOrder(PayStatus.SUCCESS, new BigDecimal("12.30"));
    LineFacts.BookedPayment paid = new LineFacts.BookedPayment("BOOK1", new BigDecimal("12.30"));
    assertThat(lines)
        .containsExactly(
            new LineFacts(first, false, order, paid, null),
            new LineFacts(line(2, "BOOK1", "T1", "R1"), false, order, paid, refunded(true)),
            new LineFacts(line(3, "BOOK1", "T1", "R2"), false, order, paid, refunded(false)),
            new LineFacts(payment(4, "BOOK2", "T2"), false, null, null, null));
    assertThat(books.lines(statement, 1, 2)).isEqualTo(lines.subList(1, 3));
    assertThat(books.line(statement.id(), 3)).contains(lines.get(2));
    assertThat(books.line(statement.id(), 5)).isEmpty();
    assertThat(books.line(-1, 1)).isEmpty();
  }

  private static LineFacts.BookedRefund refunded(boolean accepted) {
    return new LineFacts.BookedRefund(
        "BOOK1", "T1", new BigDecimal("1.00"), RefundStatus.REFUNDING, accepted, false);
  }

  @Test
  void aPaymentOfAnotherChannelIsNone() {
    order("BOOK1", "A1");
    trade("BOOK1", "T1", MIDNIGHT);
    set("t_pay_trade", "channel = 'OTHER' WHERE pay_no = 'BOOK1'");
    Statement statement = claimed(DAY);
    add(statement, payment(1, "BOOK1", "T1"));

    assertThat(books.lines(statement, 0, 1).get(0).payment()).isNull();
  }

  @Test
  void aLineIsRepeatedIfAnEarlierOneHasTheSameNumbers() {
    Statement first = claimed(DAY);
    Statement second = claimed(DAY.plusDays(1));
    add(first, payment(1, "BOOK1", "T1"), payment(2, "BOOK1", "T1"), payment(3, "BOOK1", "T2"));
    add(
        second,
        line(1, "BOOK1", "T1", "R1"),
        payment(2, "BOOK1", "T2"),
        line(3, "BOOK1", "T1", "R1"));

    assertThat(books.lines(first, 0, 9))
        .extracting(LineFacts::repeated)
        .containsExactly(false, true, false);
    assertThat(books.lines(second, 0, 9))
        .extracting(LineFacts::repeated)
        .containsExactly(false, true, true);

    set("t_statement", "channel = 'OTHER' WHERE id = " + first.id());
    assertThat(books.lines(second, 0, 9))
        .extracting(LineFacts::repeated)
        .containsExactly(false, false, true);
  }

  @Test
  void paymentsOfTheDayThatNoLineHasAreFoundInParts() {
    for (int i = 0; i < 7; i++) {
      order("BOOK" + i, i == 6 ? "A2" : "A1");
    }
    trade("BOOK0", "T0", MIDNIGHT.minusMillis(1));
    trade("BOOK1", "T1", MIDNIGHT);
    trade("BOOK2", "T2", MIDNIGHT.plus(Duration.ofHours(23)));
    trade("BOOK3", "T3", MIDNIGHT.plus(Duration.ofDays(1)));
    trade("BOOK4", "T4", MIDNIGHT);
    trade("BOOK5", "T5", MIDNIGHT);
    trade("BOOK6", "T6", MIDNIGHT);
    set("t_pay_trade", "amount = NULL WHERE pay_no = 'BOOK2'");
    add(
        claimed(DAY.plusDays(1)),
        payment(1, "BOOK4", "T4"),
        payment(2, "BOOK5", "OTHER"),
        line(3, "BOOK5", "T5", "R5"));

    assertThat(unlisted(A_DAY, 2)).containsExactly("T1", "T2", "T5", "T6");
    assertThat(unlisted(of("A2"), 100)).containsExactly("T6");
    assertThat(unlisted(new Day(new PayChannel("NONE"), Set.of(), A_DAY.from(), A_DAY.until()), 9))
        .isEmpty();
    assertThat(books.unlistedPayments(A_DAY, 0, 100).unlisted())
        .contains(
            new UnlistedMoney("BOOK1", "T1", null, new BigDecimal("12.30")),
            new UnlistedMoney("BOOK2", "T2", null, null));
    assertThat(books.hasMoney(of("A2"))).isTrue();
    assertThat(books.hasMoney(of("A3"))).isFalse();
  }

  private static Day of(String account) {
    return new Day(CHANNEL, Set.of(account, "more"), A_DAY.from(), A_DAY.until());
  }

  private List<String> unlisted(Day day, int limit) {
    List<String> found = new ArrayList<>();
    UnlistedMoney.Chunk chunk = books.unlistedPayments(day, 0, limit);
    for (; ; chunk = books.unlistedPayments(day, chunk.lastRow(), limit)) {
      chunk.unlisted().forEach(one -> found.add(one.tradeNo()));
      if (chunk.end()) {
        return found;
      }
    }
  }

  @Test
  void refundsThatTheChannelAcceptedOnTheDayAreFound() {
    refund("BOOK1", "T1", "R1", MIDNIGHT);
    refund("BOOK1", "T1", "R2", null);
    refund("BOOK1", "T1", "R3", MIDNIGHT);
    refund("BOOK1", "T1", "R4", MIDNIGHT);
    refund("BOOK1", "T1", "R5", MIDNIGHT.minusMillis(1));
    set("t_pay_refund", "status = 'FAILED' WHERE refund_no = 'R3'");
    add(claimed(DAY), line(1, "BOOK1", "T1", "R4"));

    assertThat(books.unlistedRefunds(A_DAY, 0, 100).unlisted())
        .containsExactly(new UnlistedMoney("BOOK1", "T1", "R1", new BigDecimal("1.00")));
    assertThat(books.hasMoney(A_DAY)).isTrue();
    assertThat(books.hasMoney(of("A3"))).isFalse();
  }

  /** Refunds are asked for until the channel accepts them, so an old one may be of the day. */
  @Test
  void aRefundThatWasWantedDaysBeforeIsOfTheDayThatItWasAcceptedOn() {
    refund("BOOK1", "T1", "R1", MIDNIGHT);
    refund("BOOK1", "T1", "R2", MIDNIGHT);
    set(
        "t_pay_refund",
        "created_at = created_at - INTERVAL IF(refund_no = 'R1', 5, 4) DAY WHERE pay_no = 'BOOK1'");

    assertThat(books.unlistedRefunds(A_DAY, 0, 100).unlisted()).hasSize(2);
  }

  /** A million lines are to take a minute; this has a tenth of that speed. */
  @Test
  void linesAreStoredFast() {
    Statement statement = claimed(DAY);
    List<StatementLine> chunk =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(
                i -> payment(i, "PAY%029d".formatted(i), "42000018522026112212%08d".formatted(i)))
            .toList();
    long begun = System.nanoTime();
    for (int first = 0; first < chunk.size(); first += 5000) {
      add(statement, chunk.subList(first, first + 5000).toArray(StatementLine[]::new));
    }
    long perSecond = chunk.size() * 1_000_000_000L / (System.nanoTime() - begun);

    assertThat(perSecond).isGreaterThan(1_600);
    assertThat(removed(statement)).isEqualTo(chunk.size());
  }

  private static int removed(Statement statement) {
    int all = 0;
    int removed;
    do {
      removed = StatementTables.LINES.remove(statement, 5000);
      all += removed;
    } while (removed > 0);
    return all;
  }

  private static void order(String payNo, String account) {
    RowCounts.one(
        JDBC.sql(
                """
                INSERT INTO t_pay_order (pay_no, order_no, amount, status, channel,
                  channel_account, version, expire_at, created_at, updated_at)
                VALUES (:no, :no, 12.30, 'SUCCESS', 'MOCK', :account, 1, NOW(), NOW(), NOW())
                """)
            .param("no", payNo)
            .param("account", account)
            .update());
  }

  /** Received ten minutes after it was paid. */
  private static void trade(String payNo, String tradeNo, Instant paidAt) {
    RowCounts.one(
        JDBC.sql(
                """
                INSERT INTO t_pay_trade (channel, trade_no, pay_no, kind, amount, currency,
                  paid_at, received_at)
                VALUES ('MOCK', :trade, :no, 'SETTLED', 12.30, 'CNY', :at,
                  :at + INTERVAL 10 MINUTE)
                """)
            .param("trade", tradeNo)
            .param("no", payNo)
            .param("at", Utc.column(paidAt))
            .update());
  }

  private static void refund(String payNo, String tradeNo, String refundNo, @Nullable Instant at) {
    RowCounts.one(
        JDBC.sql(
                """
                INSERT INTO t_pay_refund (refund_no, refund_order_no, pay_no, channel, trade_no,
                  channel_account, amount, base_amount, currency, reason, origin, requested_by,
                  status, accepted_at, created_at, updated_at)
                VALUES (:refund, :refund, :no, 'MOCK', :trade, 'A1', 1, 12.30, 'CNY', 'r',
                  'CALLER', 'test', 'REFUNDING', :at, :created, :created)
                """)
            .param("refund", refundNo)
            .param("no", payNo)
            .param("trade", tradeNo)
            .param("at", Utc.column(at))
            .param("created", Utc.column(MIDNIGHT.minus(Duration.ofHours(1))))
            .update());
  }
}
