package com.yuge.payment.out.channel;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.out.jdbc.TestDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CircuitBreakingGatewayTest {
  private static final int CALLS = 10;
  private static final Duration NEVER = Duration.ofMinutes(10);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration SOON = Duration.ofSeconds(10);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeChannel fake = new FakeChannel();
  private final SettableClock clock = new SettableClock(NOW, ZoneOffset.UTC);
  private final Trade trade = new Trade(aPayNo(), PRICE, SUBJECT, LATER);

  @Test
  void aChannelThatFailsIsLeftAlone() {
    ChannelGateway channel = gateway(NEVER);
    fake.goAway(true);
    askOften(channel);
    int asked = fake.asked().size();
    fake.goAway(false);

    assertThat(cause(channel.query(trade))).isEqualTo(Cause.NOT_ASKED);
    assertThat(channel.close(trade)).isInstanceOf(CloseAnswer.Unknown.class);
    assertThatThrownBy(() -> channel.open(trade)).isInstanceOf(ChannelUnavailable.class);
    assertThat(fake.asked()).hasSize(asked);
    assertThat(fake.opened()).isEmpty();
    assertThat(timed("NOT_ASKED")).isGreaterThanOrEqualTo(2);
    assertThat(timed("UNAVAILABLE")).isOne();
  }

  @Test
  void forHowLongItIsLeftAloneIsTold() {
    ChannelGateway channel = leftAlone();

    assertThat(unavailable(channel).retryAfter()).contains(NEVER);
    clock.advance(Duration.ofMinutes(4));
    assertThat(unavailable(channel).retryAfter()).contains(NEVER.minusMinutes(4));
    clock.advance(Duration.ofHours(-1));
    assertThat(unavailable(channel).retryAfter()).as("a clock set back").contains(NEVER);
  }

  @Test
  void eachFurtherPauseIsTold() {
    ChannelGateway channel = leftAlone();
    clock.advance(NEVER.plusMillis(1));
    for (int i = 0; i < 2; i++) {
      assertThat(unavailable(channel).retryAfter()).as("a try").isEmpty();
    }

    assertThat(unavailable(channel).retryAfter()).contains(NEVER);
  }

  /** Two are under way, and while they are a third is refused. */
  @Test
  void whileItIsTriedNobodyHasToWaitLong() {
    ChannelGateway channel = leftAlone();
    clock.advance(NEVER.plusMillis(1));
    fake.goAway(false);
    List<ChannelUnavailable> refused = new ArrayList<>();
    fake.beforeAnswer(
        () -> {
          try {
            Optional<PayUrl> unused = channel.open(trade);
          } catch (ChannelUnavailable e) {
            refused.add(e);
          }
        });

    assertThat(ask(channel)).isFalse();

    assertThat(refused)
        .singleElement()
        .extracting(e -> e.retryAfter())
        .isEqualTo(Optional.of(Duration.ZERO));
  }

  @Test
  void aChannelThatDoesNotOpenIsLeftAloneToo() {
    ChannelGateway channel = gateway(NEVER);
    fake.goAway(true);
    for (int i = 0; i < CALLS; i++) {
      assertThatThrownBy(() -> channel.open(trade)).isInstanceOf(ChannelUnavailable.class);
    }

    assertThat(cause(channel.query(trade))).isEqualTo(Cause.NOT_ASKED);
  }

  /** Whatever is asked of it: a channel that is away for one call is away for all. */
  @Test
  void aChannelHasOneCircuit() {
    CircuitBreakers breakers = new CircuitBreakers(new ChannelProperties(CALLS, 50, NEVER), meters);
    ChannelGateway channel = breakers.around(fake);
    ChannelGateway again = breakers.around(fake);
    fake.goAway(true);
    askOften(channel);

    assertThat(cause(again.query(trade))).isEqualTo(Cause.NOT_ASKED);
  }

  @Test
  void itIsTriedAgainAndThenAskedAsBefore() {
    ChannelGateway channel = gateway(AT_ONCE);
    fake.goAway(true);
    askOften(channel);
    fake.goAway(false);

    await()
        .atMost(SOON)
        .until(() -> channel.query(trade).equals(new QueryAnswer.TradeNotFound()) && closed() == 1);
  }

  /** More of them than are tried at once. */
  @Test
  void errorsWhileItIsTriedEndTheTryAndNotAllFurtherOnes() {
    ChannelGateway channel = gateway(AT_ONCE);
    fake.goAway(true);
    askOften(channel);
    fake.goAway(false);
    AtomicInteger errors = new AtomicInteger(3);
    fake.beforeAnswer(
        () -> {
          if (errors.getAndDecrement() > 0) {
            throw new OutOfMemoryError("test");
          }
        });
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> await().atMost(SOON).until(() -> !ask(channel)))
          .isInstanceOf(OutOfMemoryError.class);
    }

    await().atMost(SOON).until(() -> !ask(channel) && closed() == 1);
  }

  @Test
  void noTryLastsForEver() {
    ChannelProperties properties = new ChannelProperties(CALLS, 50, NEVER);
    assertThat(new CircuitBreakers(properties, meters).config().getMaxWaitDurationInHalfOpenState())
        .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  /** Nobody paid, no such trade, already paid: answers all, and none is a trouble. */
  @Test
  void whatAChannelRefusesIsNoFailure() {
    ChannelGateway channel = gateway(NEVER);
    for (int i = 0; i < 2 * CALLS; i++) {
      fake.answersCloses(new CloseAnswer.AlreadyPaid());
      assertThat(channel.query(trade)).isEqualTo(new QueryAnswer.TradeNotFound());
      assertThat(channel.close(trade)).isEqualTo(new CloseAnswer.AlreadyPaid());
    }

    assertThat(closed()).isOne();
  }

  @Test
  void oneTradeThatHangsAmongManyIsNoReason() {
    ChannelGateway channel = gateway(NEVER);
    UnknownReason late = new UnknownReason(Cause.TIMEOUT, "late");
    for (int i = 0; i < 5 * CALLS; i++) {
      QueryAnswer answer = i % 4 == 3 ? new QueryAnswer.Unknown(late) : new QueryAnswer.Unpaid();
      fake.answersQueries(answer);
      assertThat(channel.query(trade)).isEqualTo(answer);
    }

    assertThat(closed()).isOne();
  }

  @Test
  void aMistakeOfOursIsNotTheChannels() {
    InMemoryStore store = new InMemoryStore();
    ChannelGateway channel = around(new FakeChannel(store), NEVER);
    for (int i = 0; i < 2 * CALLS; i++) {
      assertThatThrownBy(() -> store.call(() -> channel.query(trade)))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(closed()).isOne();
  }

  @Test
  void anOpenCircuitDoesNotHideACallInsideATransaction() {
    ChannelGateway channel = gateway(NEVER);
    fake.goAway(true);
    askOften(channel);

    assertThatThrownBy(() -> TestDatabase.transactions().call(() -> channel.query(trade)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside a transaction");
  }

  /** The tries in between fail as well, and are no news. */
  @Test
  void anOutageIsWarnedOfOnce(CapturedOutput output) {
    ChannelGateway channel = gateway(AT_ONCE);
    fake.goAway(true);
    await().atMost(SOON).until(() -> ask(channel) && fake.asked().size() > 2 * CALLS);

    assertThat(output.getOut().split("Channel MOCK is away", -1)).hasSize(2);
    assertThat(timed("TIMEOUT")).isGreaterThan(2 * CALLS);
  }

  @Test
  void itsEndIsToldOnceToo(CapturedOutput output) {
    ((Logger) LoggerFactory.getLogger(CircuitBreakers.class)).setLevel(Level.INFO);
    ChannelGateway channel = gateway(AT_ONCE);
    fake.goAway(true);
    askOften(channel);
    fake.goAway(false);
    await().atMost(SOON).until(() -> !ask(channel) && closed() == 1);
    assertThat(ask(channel)).isFalse();

    assertThat(output.getOut().split("Channel MOCK answers again", -1)).hasSize(2);
  }

  @AfterEach
  void listenNoMore() {
    ((Logger) LoggerFactory.getLogger(CircuitBreakers.class)).setLevel(null);
  }

  private boolean ask(ChannelGateway channel) {
    return channel.query(trade) instanceof QueryAnswer.Unknown;
  }

  private void askOften(ChannelGateway channel) {
    for (int i = 0; i < CALLS; i++) {
      assertThat(ask(channel)).isTrue();
    }
    assertThat(closed()).isZero();
  }

  private static Cause cause(QueryAnswer answer) {
    return ((QueryAnswer.Unknown) answer).reason().cause();
  }

  private ChannelGateway gateway(Duration pause) {
    return around(fake, pause);
  }

  /** It goes by the clock of the test, and its pause has just begun. */
  private ChannelGateway leftAlone() {
    CircuitBreakerConfig config =
        new CircuitBreakers(new ChannelProperties(CALLS, 50, NEVER), meters).config();
    ChannelGateway channel =
        new CircuitBreakingGateway(
            fake,
            new ChannelCalls(
                TestChannels.MOCK,
                CircuitBreaker.of("MOCK", CircuitBreakerConfig.from(config).clock(clock).build()),
                meters));
    fake.goAway(true);
    for (int i = 0; i < CALLS / 2; i++) {
      assertThat(unavailable(channel).retryAfter()).as("it was asked").isEmpty();
    }
    return channel;
  }

  private ChannelUnavailable unavailable(ChannelGateway channel) {
    return catchThrowableOfType(ChannelUnavailable.class, () -> channel.open(trade));
  }

  private ChannelGateway around(ChannelGateway channel, Duration pause) {
    return new CircuitBreakers(new ChannelProperties(CALLS, 50, pause), meters).around(channel);
  }

  private double closed() {
    return meters
        .get("resilience4j.circuitbreaker.state")
        .tags("name", "MOCK", "state", "closed")
        .gauge()
        .value();
  }

  private long timed(String result) {
    return meters.find("payment.channel.calls").tag("result", result).timers().stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }
}
