package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link StatementGateway} holds to. */
public abstract class StatementGatewayContract {
  protected static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  /** Noon of the day in Beijing. */
  protected static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

  private static final Money PAID = yuan("100.00");

  private final PayNo payNo = aPayNo();

  protected abstract StatementGateway gateway();

  /** The transactions that the adapter can see; empty where it cannot know of any. */
  protected abstract Optional<Transactions> transactions();

  /** A payer has paid this much at noon of the day; returns the trade at the channel. */
  protected abstract TradeNo paid(PayNo payNo, Money amount);

  /** The channel has given this back at noon of the day. */
  protected abstract void refunded(RefundRequest request);

  /** The day is just over; its statement is not written yet. */
  protected abstract void itIsMidnight();

  /** It is noon of the next day. */
  protected abstract void dayIsOver();

  /** From now on, files end in their middle. */
  protected abstract void filesBreakOff();

  /** From now on, files tell totals that are not the sums of their lines. */
  protected abstract void totalsAreWrong();

  /** The channel answers no more. */
  protected abstract void goesAway();

  /** What the channel answers before it has written the statement. */
  protected StatementAnswer tooEarly() {
    return new StatementAnswer.NotReady();
  }

  /** Whether the channel gives refunds numbers of its own. */
  protected boolean numbersRefunds() {
    return true;
  }

  @Test
  void aDaysPaymentsAndRefundsAreInItsStatement() throws Exception {
    RefundRequest refund = payAndRefund();
    dayIsOver();
    List<StatementLine> lines = new ArrayList<>();

    StatementTotals totals = gateway().read(new ByteArrayInputStream(fetched()), lines::add);

    assertThat(lines).extracting(StatementLine::number).containsExactly(1, 2);
    assertThat(lines)
        .filteredOn(line -> !line.isRefund())
        .singleElement()
        .satisfies(line -> assertIsThePayment(line, refund.tradeNo()));
    assertThat(lines)
        .filteredOn(StatementLine::isRefund)
        .singleElement()
        .satisfies(line -> assertIsTheRefund(line, refund));
    assertThat(totals)
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(
            new StatementTotals(2, PAID.amount(), new BigDecimal("40.00"), new BigDecimal("0.36")));
  }

  private void assertIsThePayment(StatementLine line, TradeNo tradeNo) {
    assertThat(line.outTradeNo()).isEqualTo(payNo.value());
    assertThat(line.tradeNo()).isEqualTo(tradeNo.value());
    assertThat(line.amount()).isEqualTo(PAID.amount());
    assertThat(line.fee()).isEqualByComparingTo("0.60");
    assertThat(line.revoked()).isFalse();
    assertThat(line.at()).isEqualTo(NOON);
  }

  private void assertIsTheRefund(StatementLine line, RefundRequest refund) {
    assertThat(line.outTradeNo()).isEqualTo(payNo.value());
    assertThat(line.tradeNo()).isEqualTo(refund.tradeNo().value());
    assertThat(line.outRefundNo()).isEqualTo(refund.refundNo().value());
    assertThat(line.channelRefundNo() != null).isEqualTo(numbersRefunds());
    assertThat(line.amount()).isEqualTo(refund.amount().amount());
    assertThat(line.fee()).isEqualByComparingTo("-0.24");
    assertThat(line.at()).isEqualTo(NOON);
  }

  @Test
  void aDayWithoutTradeHasNoStatement() throws IOException {
    dayIsOver();

    assertThat(fetch(new ByteArrayOutputStream())).isEqualTo(new StatementAnswer.NoStatement());
  }

  @Test
  void aStatementTakesItsTime() throws IOException {
    TradeNo unused = paid(payNo, PAID);
    itIsMidnight();

    assertThat(fetch(new ByteArrayOutputStream())).isEqualTo(tooEarly());
  }

  @Test
  void theSameStatementIsTheSameFile() throws IOException {
    RefundRequest unused = payAndRefund();
    dayIsOver();

    assertThat(fetched()).isEqualTo(fetched());
  }

  /** Whatever is missing at the end: it is found, or nothing of the statement is lost. */
  @Test
  void aFileThatWasCutIsNeverReadAsAnother() throws Exception {
    RefundRequest unused = payAndRefund();
    dayIsOver();
    byte[] file = fetched();
    List<StatementLine> whole = new ArrayList<>();
    StatementTotals totals = gateway().read(new ByteArrayInputStream(file), whole::add);
    int unreadable = 0;

    for (int length = 0; length < file.length; length++) {
      List<StatementLine> lines = new ArrayList<>();
      try {
        byte[] cut = Arrays.copyOf(file, length);
        assertThat(gateway().read(new ByteArrayInputStream(cut), lines::add)).isEqualTo(totals);
        assertThat(lines).isEqualTo(whole);
      } catch (UnreadableStatement expected) {
        unreadable++;
      }
    }
    assertThat(unreadable).isGreaterThan(file.length / 4);
  }

  @Test
  void aFileThatBreaksOffIsNotFetchedOrNotRead() throws IOException {
    RefundRequest unused = payAndRefund();
    dayIsOver();
    filesBreakOff();
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    StatementAnswer answer = fetch(file);

    if (answer.unknown().isEmpty()) {
      assertUnreadable(file.toByteArray(), Reason.TRUNCATED);
    }
  }

  @Test
  void aFileWhoseTotalsAreNotItsSumsIsNotRead() throws IOException {
    RefundRequest unused = payAndRefund();
    dayIsOver();
    totalsAreWrong();

    assertUnreadable(fetched(), Reason.TOTALS);
  }

  @Test
  void anErrorOfTheReceiverIsItsOwn() {
    RefundRequest unused = payAndRefund();
    dayIsOver();
    IOException full = new IOException("the disk is full");
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int next) throws IOException {
            throw full;
          }
        };

    assertThatThrownBy(() -> fetch(broken)).isSameAs(full);
  }

  @Test
  void aChannelThatIsAwayHasSaidNothing() throws IOException {
    goesAway();

    assertThat(fetch(new ByteArrayOutputStream())).isInstanceOf(StatementAnswer.Unknown.class);
  }

  @Test
  void aChannelIsNeverAskedInsideATransaction() {
    assumeThat(transactions()).as("the adapter knows of transactions").isPresent();

    assertThatThrownBy(
            () ->
                transactions()
                    .orElseThrow()
                    .call(
                        () -> {
                          try {
                            return fetch(new ByteArrayOutputStream());
                          } catch (IOException e) {
                            throw new IllegalArgumentException(e);
                          }
                        }))
        .isInstanceOf(IllegalStateException.class);
  }

  private RefundRequest payAndRefund() {
    TradeNo tradeNo = paid(payNo, PAID);
    RefundNo refundNo = new RefundNo("REF" + payNo.value().substring(3));
    RefundRequest request =
        new RefundRequest(refundNo, payNo, tradeNo, yuan("40.00"), PAID, REASON, null);
    refunded(request);
    return request;
  }

  private byte[] fetched() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    assertThat(fetch(file)).isEqualTo(new StatementAnswer.Fetched());
    return file.toByteArray();
  }

  private StatementAnswer fetch(OutputStream file) throws IOException {
    return gateway().fetch(new StatementRequest(gateway().sources().get(0), DAY), file);
  }

  private void assertUnreadable(byte[] file, Reason reason) {
    assertThatThrownBy(() -> gateway().read(new ByteArrayInputStream(file), line -> {}))
        .isInstanceOfSatisfying(
            UnreadableStatement.class,
            unreadable -> assertThat(unreadable.reason()).isEqualTo(reason));
  }
}
