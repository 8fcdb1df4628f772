package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.out.channel.statement.StatementBounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WechatBillFaultsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  @TempDir private static Path folder;

  private final SettableClock clock =
      new SettableClock(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
  private final FakeWechatDesk desk = FakeWechatDesk.in(folder, clock);
  private final StatementGateway gateway = desk.statements();
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  @AfterEach
  void end() {
    desk.close();
  }

  private void payUntilTomorrow() {
    var unused = desk.paid(aPayNo(), PRICE);
    clock.advance(Duration.ofDays(1));
  }

  private StatementAnswer fetch(StatementSource source) throws Exception {
    return gateway.fetch(new StatementRequest(source, DAY), file);
  }

  @Test
  void eachMerchantHasTwoStatementsAndTheFirstHasItsPayments() {
    assertThat(gateway.sources())
        .extracting(StatementSource::kind)
        .containsExactly("ALL", "RECHARGE_REFUND");
    assertThat(gateway.sources())
        .allSatisfy(source -> assertThat(source.accounts()).containsExactly(desk.account().id()));
  }

  @ParameterizedTest
  @CsvSource({"WRONG_HASH, another hash", "TRUNCATED, another hash", "EXPIRED, HTTP 400"})
  void whatDidNotComeWholeIsNotFetched(BillFault fault, String detail) throws Exception {
    payUntilTomorrow();
    desk.control().spoil(WechatFaults.ofBills(fault));

    assertThat(fetch(gateway.sources().get(0)).unknown().orElseThrow().detail()).contains(detail);
  }

  /** The hash is of the unpacked text, of which there may be far more than of the file. */
  @Test
  void aTextIsUnpackedUpToTheBound() throws Exception {
    payUntilTomorrow();
    StatementGateway bounded = desk.statements(new StatementBounds(100, 10));

    StatementAnswer answer =
        bounded.fetch(new StatementRequest(bounded.sources().get(0), DAY), file);

    assertThat(answer.unknown().orElseThrow().detail()).contains("more than 100 bytes");
  }

  /** Only the answer that tells the address is signed. */
  @ParameterizedTest
  @EnumSource(names = {"UNSIGNED", "WRONG_SIGNATURE", "GARBAGE", "DROP", "SYSTEM_ERROR"})
  void anAnswerThatCannotBeBelievedIsNone(OfAnswer answer) throws Exception {
    payUntilTomorrow();
    desk.control().spoil(WechatFaults.ofAnswers(answer, Call.TRADE_BILL));

    assertThat(fetch(gateway.sources().get(0)).unknown().orElseThrow().cause())
        .isEqualTo(Cause.ERROR);
    assertThat(file.size()).isZero();
  }

  @Test
  void aMerchantThatIsNotConfiguredIsNotAsked() throws Exception {
    StatementSource stranger =
        new StatementSource("1", "ALL", gateway.sources().get(0).readyAt(), Set.of(), null);

    assertThat(fetch(stranger).unknown().orElseThrow().cause()).isEqualTo(Cause.NOT_ASKED);
  }

  @Test
  void refundsOfARechargedBalanceAreInAStatementOfTheirOwn() throws Exception {
    RefundRequest refund = desk.payAndRefund();
    var unused = desk.refunds().refund(refund);
    desk.control().spoil(refund.payNo().value(), WechatFaults.ofBills(BillFault.RECHARGED));
    clock.advance(Duration.ofDays(1));

    assertThat(lines(gateway.sources().get(0))).noneMatch(StatementLine::isRefund).hasSize(1);
    assertThat(lines(gateway.sources().get(1)))
        .singleElement()
        .extracting(StatementLine::outRefundNo)
        .isEqualTo(refund.refundNo().value());
  }

  private List<StatementLine> lines(StatementSource source) throws Exception {
    file.reset();
    assertThat(fetch(source)).isEqualTo(new StatementAnswer.Fetched());
    List<StatementLine> lines = new ArrayList<>();
    var unused = gateway.read(new ByteArrayInputStream(file.toByteArray()), lines::add);
    return lines;
  }
}
