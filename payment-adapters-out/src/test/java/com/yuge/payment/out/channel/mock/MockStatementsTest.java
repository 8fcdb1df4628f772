package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.contracts.StatementGatewayContract;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** On a fake channel, over HTTP. */
class MockStatementsTest extends StatementGatewayContract {
  @TempDir private static Path folder;

  private final SettableClock clock = new SettableClock(NOON, ZoneOffset.UTC);
  private final MockRefundDesk desk = MockRefundDesk.in(folder, clock);

  @AfterEach
  void end() {
    desk.close();
  }

  @Override
  protected StatementGateway gateway() {
    return desk.statements(new CallbackKey("", MockRefundDesk.SECRET));
  }

  @Override
  protected Optional<Transactions> transactions() {
    return Optional.of(TestDatabase.transactions());
  }

  @Override
  protected TradeNo paid(PayNo payNo, Money amount) {
    return desk.paid(payNo, amount);
  }

  @Override
  protected void refunded(RefundRequest request) {
    assertThat(desk.refunds().refund(request).kind())
        .isIn(RefundAnswer.Kind.DONE, RefundAnswer.Kind.ACCEPTED);
  }

  @Override
  protected void itIsMidnight() {
    clock.advance(Duration.ofHours(12).plusMinutes(30));
  }

  @Override
  protected void dayIsOver() {
    clock.advance(Duration.ofDays(1));
  }

  @Override
  protected void filesBreakOff() {
    desk.control().spoilAll(Faults.ofBills(BillFault.TRUNCATED));
  }

  @Override
  protected void totalsAreWrong() {
    desk.control().spoilAll(Faults.ofBills(BillFault.WRONG_TOTALS));
  }

  @Override
  protected void goesAway() {
    desk.close();
  }
}
