package com.yuge.payment.out.channel.mock;

import static com.yuge.payment.channelfakes.mock.Faults.Call.CLOSE;
import static com.yuge.payment.channelfakes.mock.Faults.Call.QUERY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.MockChannelService;
import com.yuge.payment.channelfakes.mock.MockChannelSettings;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the channel can be made to do, and what the adapter makes of it: nothing but doubt. */
class MockChannelFaultsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Enough for an answer that comes, and soon over for one that does not. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final Trade trade =
      new Trade(aPayNo(), PRICE, SUBJECT, Instant.now().plus(Duration.ofMinutes(30)));
  private final String payNo = trade.payNo().value();
  @TempDir private Path folder;
  private MockChannelService service;
  private MockChannelClient control;
  private ChannelGateway channel;

  @BeforeEach
  void serve() {
    service =
        MockChannelService.start(
            new MockChannelSettings(0, folder.resolve("journal"), "secret", 1));
    control = new MockChannelClient(service.url());
    channel = channel(LONG);
    Optional<PayUrl> unused = channel.open(trade);
  }

  private ChannelGateway channel(Duration wait) {
    URI nowhere = URI.create("http://127.0.0.1:9/callback");
    return new MockChannel(
        new ChannelHttp(new CallLimits(LONG, wait, LONG), ObservationRegistry.NOOP),
        service.url(),
        () -> nowhere);
  }

  @AfterEach
  void end() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({"ERROR, ERROR", "DROP, ERROR", "GARBAGE, ERROR", "UNKNOWN, ERROR", "HANG, TIMEOUT"})
  void anAnswerThatGoesWrongIsUnknownAndTheTruthComesLater(OfAnswer fault, Cause cause) {
    String unused = control.pressPay(payNo);
    control.spoil(payNo, Faults.ofAnswers(fault));
    ChannelGateway spoilt = fault == OfAnswer.HANG ? channel(WAIT) : channel;

    assertThat(spoilt.query(trade))
        .isInstanceOfSatisfying(
            QueryAnswer.Unknown.class,
            unknown -> assertThat(unknown.reason().cause()).isEqualTo(cause));
    assertThat(spoilt.close(trade))
        .isInstanceOfSatisfying(
            CloseAnswer.Unknown.class,
            unknown -> assertThat(unknown.reason().cause()).isEqualTo(cause));
    assertThatThrownBy(() -> spoilt.open(trade)).isInstanceOf(ChannelUnavailable.class);

    control.behave();
    assertThat(channel.query(trade)).isInstanceOf(QueryAnswer.Decided.class);
  }

  /** The worse case: the channel did what it was asked, and nobody heard. */
  @Test
  void aCloseWithoutAnAnswerHasClosed() {
    control.spoil(payNo, Faults.ofAnswers(OfAnswer.DROP, CLOSE));

    assertThat(channel.close(trade)).isInstanceOf(CloseAnswer.Unknown.class);
    assertThat(channel.query(trade)).isEqualTo(new QueryAnswer.ClosedUnpaid());
  }

  @Test
  void anAnswerThatIsOnlyLateIsAnAnswer() {
    control.spoilAll(Faults.ofAnswers(OfAnswer.NONE, QUERY).delayed(50));

    assertThat(channel.query(trade)).isEqualTo(new QueryAnswer.Unpaid());
  }

  @Test
  void aTradesOwnFaultsComeBeforeThoseOfAll() {
    control.spoilAll(Faults.ofAnswers(OfAnswer.ERROR));
    control.spoil(payNo, Faults.NONE);

    assertThat(channel.query(trade)).isEqualTo(new QueryAnswer.Unpaid());
  }

  @Test
  void anotherAmountAndASecondPaymentAreTold() {
    String unused = control.pay(payNo, "1.00");
    QueryAnswer first = channel.query(trade);
    String second = control.pay(payNo, "99.99");

    assertThat(((QueryAnswer.Decided) first).result().amount()).isNotEqualTo(PRICE);
    assertThat(channel.query(trade))
        .isInstanceOfSatisfying(
            QueryAnswer.Decided.class,
            decided -> assertThat(String.valueOf(decided.result().tradeNo())).isEqualTo(second));
  }
}
