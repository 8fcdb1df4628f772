package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults;
import com.yuge.payment.channelfakes.alipay.RefundFault;
import com.yuge.payment.channelfakes.alipay.RefundFault.Kind;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.contracts.RefundGatewayContract;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.TestDatabase;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** On a fake Alipay, over HTTP. */
class AlipayRefundsTest extends RefundGatewayContract {
  private final AlipayDesk desk = new AlipayDesk();
  private final RefundGateway refunds = desk.refunds(AlipayDesk.LONG);

  @AfterEach
  void end() {
    desk.close();
  }

  @Override
  protected RefundGateway gateway() {
    return refunds;
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
    spoil(request, Kind.LATE);
  }

  @Override
  protected void decides(RefundRequest request) {
    desk.control().decideRefund(request.refundNo().value(), "SUCCESS");
  }

  @Override
  protected void refuses(RefundRequest request) {
    spoil(request, Kind.REFUSED);
  }

  private void spoil(RefundRequest request, Kind kind) {
    desk.control().spoil(request.payNo().value(), AlipayFaults.ofRefunds(RefundFault.of(kind)));
  }

  @Override
  protected boolean numbersRefunds() {
    return false;
  }

  /** Alipay says nothing of a refund that is not done; asking again is harmless. */
  @Override
  protected RefundAnswer inProgress(RefundAnswer accepted) {
    return new RefundAnswer.NoRefund();
  }

  @Override
  protected BigDecimal refunded(PayNo payNo, TradeNo tradeNo) {
    return new BigDecimal(desk.control().trade(payNo.value()).path("refunded").asString());
  }

  @Override
  protected void goesAway() {
    desk.close();
  }
}
