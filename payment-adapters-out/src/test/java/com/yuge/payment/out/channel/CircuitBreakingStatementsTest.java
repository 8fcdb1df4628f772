package com.yuge.payment.out.channel;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fakes.FakeStatements;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.out.jdbc.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitBreakingStatementsTest {
  private static final int CALLS = 10;
  private static final Duration NEVER = Duration.ofMinutes(10);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeStatements fake = new FakeStatements(new InMemoryStore(), TestChannels.MOCK);
  private final FakeChannel payments = new FakeChannel();
  private final CircuitBreakers breakers =
      new CircuitBreakers(new ChannelProperties(CALLS, 50, NEVER), meters);
  private final StatementGateway channel = breakers.around(fake);
  private final ChannelGateway gateway = breakers.around(payments);
  private final StatementRequest request =
      new StatementRequest(fake.sources().get(0), LocalDate.of(2026, 11, 22));

  private StatementAnswer fetch() throws IOException {
    return channel.fetch(request, new ByteArrayOutputStream());
  }

  @Test
  void eachCallIsTimedUnderItsName() throws IOException {
    assertThat(fetch()).isEqualTo(new StatementAnswer.NoStatement());

    assertThat(timed("ANSWERED")).isOne();
  }

  @Test
  void aChannelThatIsAwayIsLeftAlone() throws IOException {
    payments.goAway(true);
    for (int i = 0; i < CALLS; i++) {
      var unused = gateway.query(new Trade(aPayNo(), PRICE, SUBJECT, LATER));
    }

    assertThat(fetch().unknown().orElseThrow().cause()).isEqualTo(Cause.NOT_ASKED);
    assertThat(fake.asked()).isEmpty();
    assertThat(timed("NOT_ASKED")).isOne();
  }

  /** A download may fail for reasons of its own, and takes minutes. */
  @Test
  void whatStatementsFailOfStopsNoPayments() throws IOException {
    fake.goAway(true);
    for (int i = 0; i < 2 * CALLS; i++) {
      assertThat(fetch()).isEqualTo(FakeStatements.AWAY);
    }

    assertThat(
            meters.get("resilience4j.circuitbreaker.state").tag("state", "closed").gauge().value())
        .isOne();
  }

  @Test
  void aChannelIsNeverAskedInsideATransaction() {
    assertThatThrownBy(
            () ->
                TestDatabase.transactions()
                    .call(
                        () -> {
                          try {
                            return fetch();
                          } catch (IOException e) {
                            throw new IllegalArgumentException(e);
                          }
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside a transaction");
    assertThat(fake.asked()).isEmpty();
  }

  @Test
  void anErrorOfTheReceiverIsItsOwn() {
    fake.writes(request, List.of());
    OutputStream closed = OutputStream.nullOutputStream();

    assertThatThrownBy(
            () -> {
              closed.close();
              channel.fetch(request, closed);
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void theRestIsTheChannelsOwn() {
    assertThat(channel.channel()).isEqualTo(TestChannels.MOCK);
    assertThat(channel.sources()).isEqualTo(fake.sources());
  }

  private long timed(String result) {
    return meters
        .get("payment.channel.calls")
        .tag("call", "fetch-statement")
        .tag("result", result)
        .timer()
        .count();
  }
}
