package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.channelfakes.wechat.RefundFaults;
import com.yuge.payment.channelfakes.wechat.RefundFaults.Kind;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
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
import tools.jackson.databind.JsonNode;

/** On a fake of WeChat Pay, over HTTP, signed both ways. */
class WechatRefundsTest extends RefundGatewayContract {
  @TempDir private static Path folder;

  private final FakeWechatDesk desk = FakeWechatDesk.in(folder);
  private final RefundGateway refunds = desk.refunds();

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
    spoil(request, RefundFaults.of(Kind.LATE));
  }

  @Override
  protected void decides(RefundRequest request) {
    desk.control().decideRefund(request.refundNo().value(), "SUCCESS");
  }

  @Override
  protected void refuses(RefundRequest request) {
    spoil(request, RefundFaults.of(Kind.REFUSED));
  }

  @Override
  protected boolean refusalsCount() {
    return false;
  }

  private void spoil(RefundRequest request, RefundFaults faults) {
    desk.control().spoil(request.payNo().value(), WechatFaults.ofRefunds(faults));
  }

  @Override
  protected BigDecimal refunded(PayNo payNo, TradeNo tradeNo) {
    for (JsonNode payment : desk.control().trade(payNo.value()).path("payments")) {
      if (payment.path("transactionId").asString().equals(tradeNo.value())) {
        return new BigDecimal(payment.path("refunded").asString());
      }
    }
    throw new IllegalStateException("no payment " + tradeNo);
  }

  @Override
  protected void goesAway() {
    desk.close();
  }
}
