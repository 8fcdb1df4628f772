package com.yuge.payment.out.channel.mock;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.shared.PayNo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MockBillFaultsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final CallbackKey KEY = new CallbackKey("", MockRefundDesk.SECRET);
  @TempDir private static Path folder;

  private final SettableClock clock = new SettableClock(NOON, ZoneOffset.UTC);
  private final MockRefundDesk desk = MockRefundDesk.in(folder, clock);
  private final StatementGateway gateway = desk.statements(KEY);
  private final PayNo payNo = aPayNo();

  @AfterEach
  void end() {
    desk.close();
  }

  private void payUntilTomorrow() {
    var unused = desk.paid(payNo, yuan("100.00"));
    clock.advance(Duration.ofDays(1));
  }

  private static StatementAnswer fetch(
      StatementGateway gateway, LocalDate day, ByteArrayOutputStream file) throws Exception {
    return gateway.fetch(new StatementRequest(gateway.sources().get(0), day), file);
  }

  private List<StatementLine> lines(LocalDate day) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (fetch(gateway, day, file).equals(new StatementAnswer.NoStatement())) {
      return List.of();
    }
    List<StatementLine> lines = new ArrayList<>();
    var unused = gateway.read(new ByteArrayInputStream(file.toByteArray()), lines::add);
    return lines;
  }

  @ParameterizedTest
  @CsvSource({"WRONG_HASH, another hash", "TRUNCATED, another hash", "EXPIRED, HTTP 404"})
  void whatDidNotComeWholeIsNotFetched(BillFault fault, String detail) throws Exception {
    payUntilTomorrow();
    desk.control().spoilAll(Faults.ofBills(fault));

    StatementAnswer answer = fetch(gateway, DAY, new ByteArrayOutputStream());

    assertThat(answer.unknown().orElseThrow().detail()).contains(detail);
  }

  @Test
  void onlyTheChannelsOwnSignatureCounts() throws Exception {
    payUntilTomorrow();

    StatementAnswer answer =
        fetch(desk.statements(new CallbackKey("", "another")), DAY, new ByteArrayOutputStream());

    assertThat(answer.unknown().orElseThrow().detail()).contains("signature");
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "DROP", "GARBAGE", "UNKNOWN"})
  void anAnswerThatIsNoneIsUnknown(OfAnswer answer) throws Exception {
    payUntilTomorrow();
    desk.control().spoilAll(Faults.ofAnswers(answer));

    assertThat(fetch(gateway, DAY, new ByteArrayOutputStream()).unknown().orElseThrow().cause())
        .isEqualTo(Cause.ERROR);
  }

  @Test
  void aStatementMayBeMissingOrLate() throws Exception {
    payUntilTomorrow();
    desk.control().spoilAll(Faults.ofBills(BillFault.MISSING));
    assertThat(fetch(gateway, DAY, new ByteArrayOutputStream()))
        .isEqualTo(new StatementAnswer.NoStatement());

    desk.control().spoilAll(Faults.ofBills(BillFault.LATE));
    assertThat(fetch(gateway, DAY, new ByteArrayOutputStream()))
        .isEqualTo(new StatementAnswer.NotReady());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 1, 100.00, 0.60, false",
    "OMITTED, 0, 0, 0, false",
    "DOUBLED, 2, 100.00, 0.60, false",
    "SHORT, 1, 99.99, 0.60, false",
    "OVER, 1, 100.01, 0.60, false",
    "OVERCHARGED, 1, 100.00, 0.65, false",
    "REVOKED, 1, 100.00, 0.60, true",
    "REFUNDS_OMITTED, 1, 100.00, 0.60, false"
  })
  void theLinesOfOneTradeMayBeWrong(
      BillFault fault, int copies, String amount, String fee, boolean revoked) throws Exception {
    payUntilTomorrow();
    desk.control().spoil(payNo.value(), Faults.ofBills(fault));

    assertThat(lines(DAY))
        .hasSize(copies)
        .allSatisfy(
            line -> {
              assertThat(line.amount()).isEqualTo(amount);
              assertThat(line.fee()).isEqualTo(fee);
              assertThat(line.revoked()).isEqualTo(revoked);
            });
  }

  @ParameterizedTest
  @CsvSource({"REFUNDS_SHORT, 39.99", "REFUNDS_OVER, 40.01", "REFUNDS_OMITTED, "})
  void theRefundsOfOneTradeMayBeWrong(BillFault fault, String amount) throws Exception {
    RefundRequest refund = desk.payAndRefund(yuan("40.00"));
    var unused = desk.refunds().refund(refund);
    desk.spoil(refund, Faults.ofBills(fault));
    clock.advance(Duration.ofDays(1));

    List<StatementLine> lines = lines(DAY);

    assertThat(lines)
        .filteredOn(line -> !line.isRefund())
        .singleElement()
        .extracting(StatementLine::amount)
        .isEqualTo(new BigDecimal("80.00"));
    assertThat(lines)
        .filteredOn(StatementLine::isRefund)
        .extracting(line -> line.amount().toString())
        .isEqualTo(amount == null ? List.of() : List.of(amount));
  }

  @Test
  void aLineMayBeInTheNextDaysStatement() throws Exception {
    payUntilTomorrow();
    desk.control().spoil(payNo.value(), Faults.ofBills(BillFault.NEXT_DAY));
    clock.advance(Duration.ofDays(1));

    assertThat(lines(DAY)).isEmpty();
    assertThat(lines(DAY.plusDays(1)))
        .singleElement()
        .extracting(StatementLine::at)
        .isEqualTo(NOON);
  }

  @Test
  void linesMayBeInNoBooks() throws Exception {
    ExtraLine payment = ExtraLine.payment("SHOP-2", "T1", new BigDecimal("5.00"), NOON);
    ExtraLine refund = new ExtraLine("SHOP-2", "T1", "R1", new BigDecimal("1.00"), NOON);
    desk.control().plant(payment, refund);
    clock.advance(Duration.ofDays(1));

    assertThat(lines(DAY)).extracting(StatementLine::outRefundNo).containsExactly(null, "R1");
    assertThat(desk.control().bill(DAY)).contains("SHOP-2,T1,R1,EXTRA_R1,1.00,CNY,-0.01");

    desk.control().plant();
    assertThat(lines(DAY)).isEmpty();
  }
}
