package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.contracts.StatementGatewayContract;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FakeStatementsTest extends StatementGatewayContract {
  private static final String TOTALS = "totals,";

  private final InMemoryStore store = new InMemoryStore();
  private final FakeStatements channel = new FakeStatements(store, TestChannels.MOCK);
  private final List<StatementLine> lines = new ArrayList<>();

  @Override
  protected StatementGateway gateway() {
    return channel;
  }

  @Override
  protected Optional<Transactions> transactions() {
    return Optional.of(store);
  }

  @Override
  protected TradeNo paid(PayNo payNo, Money amount) {
    TradeNo tradeNo = new TradeNo("FAKE_" + payNo);
    lines.add(
        new StatementLine(
            lines.size() + 1,
            payNo.value(),
            tradeNo.value(),
            null,
            null,
            amount.amount(),
            fee(amount),
            false,
            NOON));
    return tradeNo;
  }

  @Override
  protected void refunded(RefundRequest request) {
    lines.add(
        new StatementLine(
            lines.size() + 1,
            request.payNo().value(),
            request.tradeNo().value(),
            request.refundNo().value(),
            "FAKE_" + request.refundNo(),
            request.amount().amount(),
            fee(request.amount()).negate(),
            false,
            NOON));
  }

  private static BigDecimal fee(Money amount) {
    return amount.amount().multiply(new BigDecimal("0.0060"));
  }

  @Override
  protected void itIsMidnight() {
    channel.answers(new StatementAnswer.NotReady());
  }

  @Override
  protected void dayIsOver() {
    if (!lines.isEmpty()) {
      channel.writes(DAY, lines);
    }
  }

  @Override
  protected void filesBreakOff() {
    String text = FakeStatementText.written(lines);
    channel.writesText(request(), text.substring(0, text.indexOf(TOTALS)));
  }

  @Override
  protected void totalsAreWrong() {
    String text = FakeStatementText.written(lines);
    channel.writesText(request(), text.replace(TOTALS + "2,100.00", TOTALS + "2,100.01"));
  }

  private StatementRequest request() {
    return new StatementRequest(channel.sources().get(0), DAY);
  }

  @Override
  protected void goesAway() {
    channel.goAway(true);
  }
}
