package com.yuge.payment.out.channel;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundAnswer.Kind;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.jdbc.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakingRefundsTest {
  private static final int CALLS = 10;
  private static final Duration NEVER = Duration.ofMinutes(10);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeRefunds fake = new FakeRefunds(new InMemoryStore());
  private final FakeChannel payments = new FakeChannel();
  private final CircuitBreakers breakers =
      new CircuitBreakers(new ChannelProperties(CALLS, 50, NEVER), meters);
  private final RefundGateway channel = breakers.around(fake);
  private final PayNo payNo = aPayNo();
  private final RefundRequest request =
      new RefundRequest(
          new RefundNo("REF" + payNo.value().substring(3)),
          payNo,
          new TradeNo("T1"),
          PRICE,
          PRICE,
          REASON,
          null);

  @Test
  void eachCallIsTimedUnderItsName() {
    assertThat(channel.refund(request).kind()).isEqualTo(Kind.DONE);
    assertThat(channel.queryRefund(request).kind()).isEqualTo(Kind.DONE);

    assertThat(timed("refund", "ANSWERED")).isOne();
    assertThat(timed("query-refund", "ANSWERED")).isOne();
  }

  /** The circuit is the channel's: one that is away for refunds is away for payments. */
  @Test
  void aChannelThatFailsIsLeftAloneForPaymentsToo() {
    fake.goAway(true);
    for (int i = 0; i < CALLS; i++) {
      assertThat(channel.refund(request).kind()).isEqualTo(Kind.UNKNOWN);
    }
    int asked = fake.asked().size();

    assertNotAsked(channel.refund(request));
    assertNotAsked(channel.queryRefund(request));
    assertThat(fake.asked()).hasSize(asked);
    ChannelGateway gateway = breakers.around(payments);
    assertThat(gateway.query(new Trade(payNo, PRICE, SUBJECT, LATER)))
        .isInstanceOf(QueryAnswer.Unknown.class);
    assertThat(payments.asked()).isEmpty();
    assertThat(timed("refund", "NOT_ASKED")).isGreaterThan(0);
  }

  /** A wrong key for refunds, say, which stops refunds only. */
  @Test
  void anErrorOfRefundsStopsNoPayments() {
    RefundAnswer broken = new RefundAnswer.Unknown(new UnknownReason(Cause.ERROR, "500"));
    for (int i = 0; i < CALLS; i++) {
      fake.answersRefunds(broken);
      assertThat(channel.refund(request)).isEqualTo(broken);
    }

    assertClosed();
  }

  /** Too little money in our account, say, which stops refunds only. */
  @Test
  void whatAChannelRefusesIsNoFailure() {
    RefundAnswer poor =
        new RefundAnswer.Unknown(new UnknownReason(Cause.REFUSED, "NOT_ENOUGH_BALANCE"));
    for (int i = 0; i < CALLS; i++) {
      fake.answersRefunds(poor, new RefundAnswer.Refused(new FailCode("NO"), false));
      assertThat(channel.refund(request)).isEqualTo(poor);
      assertThat(channel.refund(request).kind()).isEqualTo(Kind.REFUSED);
      assertThat(channel.queryRefund(request).kind()).isEqualTo(Kind.NO_REFUND);
    }

    assertClosed();
    assertThat(timed("refund", "REFUSED")).isEqualTo(CALLS);
  }

  @Test
  void aChannelIsNeverAskedInsideATransaction() {
    assertThatThrownBy(() -> TestDatabase.transactions().call(() -> channel.refund(request)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside a transaction");
    assertThat(fake.asked()).isEmpty();
  }

  @Test
  void theRestIsTheChannelsOwn() {
    fake.spaces(Duration.ofSeconds(3));

    assertThat(channel.spacing()).isEqualTo(Duration.ofSeconds(3));
    assertThat(channel.channel()).isEqualTo(fake.channel());
  }

  private static void assertNotAsked(RefundAnswer answer) {
    assertThat(answer.unknown().orElseThrow().cause()).isEqualTo(Cause.NOT_ASKED);
  }

  private void assertClosed() {
    assertThat(
            meters.get("resilience4j.circuitbreaker.state").tag("state", "closed").gauge().value())
        .isOne();
  }

  private long timed(String call, String result) {
    return meters
        .get("payment.channel.calls")
        .tag("call", call)
        .tag("result", result)
        .timer()
        .count();
  }
}
