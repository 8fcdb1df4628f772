package com.yuge.payment.out.channel.mock;

import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.RefundFaults;
import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.contracts.RefundGatewayContract;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** On the channel itself, over HTTP. */
class MockRefundsTest extends RefundGatewayContract {
  @TempDir private static Path folder;

  private final MockRefundDesk desk = MockRefundDesk.in(folder);

  @AfterEach
  void end() {
    desk.close();
  }

  @Override
  protected RefundGateway gateway() {
    return desk.refunds();
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
  protected void takesItsTime(RefundRequest request) {
    desk.spoil(request, Faults.ofRefunds(RefundFaults.of(OfRefund.SLOW)));
  }

  @Override
  protected void decides(RefundRequest request) {
    desk.control().decideRefund(request.refundNo().value(), "SUCCESS");
  }

  @Override
  protected void refuses(RefundRequest request) {
    desk.spoil(request, Faults.ofRefunds(RefundFaults.of(OfRefund.REFUSED)));
  }

  @Override
  protected BigDecimal refunded(PayNo payNo, TradeNo tradeNo) {
    return desk.refunded(payNo, tradeNo);
  }

  @Override
  protected void goesAway() {
    desk.close();
  }
}
