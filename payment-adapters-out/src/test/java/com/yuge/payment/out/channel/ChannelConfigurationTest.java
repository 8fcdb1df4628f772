package com.yuge.payment.out.channel;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.MockChannelService;
import com.yuge.payment.channelfakes.mock.MockChannelSettings;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.fixtures.TestChannels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ChannelConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(ChannelConfiguration.class)
          .withBean(SimpleMeterRegistry.class)
          .withBean(ObservationRegistry.class, ObservationRegistry::create)
          .withBean(Clock.class, Clock::systemUTC)
          .withPropertyValues("payment.callback-secret=secret");

  @Test
  void everyChannelHasACircuitBreaker() {
    runner.run(
        context ->
            assertThat(context.getBeansOfType(ChannelGateway.class).values())
                .isNotEmpty()
                .allMatch(CircuitBreakingGateway.class::isInstance)
                .extracting(ChannelGateway::channel)
                .containsExactly(TestChannels.MOCK));
  }

  @Test
  void refundsHaveItToo() {
    runner
        .withPropertyValues("payment.mock.refund-spacing=3s")
        .run(
            context ->
                assertThat(context.getBeansOfType(RefundGateway.class).values())
                    .hasOnlyElementsOfType(CircuitBreakingRefunds.class)
                    .singleElement()
                    .satisfies(
                        refunds -> {
                          assertThat(refunds.channel()).isEqualTo(TestChannels.MOCK);
                          assertThat(refunds.spacing()).isEqualTo(Duration.ofSeconds(3));
                        }));
  }

  @Test
  void statementsHaveItTooAndKnowTheFeeRate() {
    runner
        .withPropertyValues("payment.mock.fee-rate=0.0060")
        .run(
            context ->
                assertThat(context.getBeansOfType(StatementGateway.class).values())
                    .hasOnlyElementsOfType(CircuitBreakingStatements.class)
                    .singleElement()
                    .satisfies(
                        statements -> {
                          assertThat(statements.channel()).isEqualTo(TestChannels.MOCK);
                          assertThat(statements.sources())
                              .singleElement()
                              .extracting(StatementSource::feeRate)
                              .isEqualTo(new BigDecimal("0.0060"));
                        }));
  }

  @Test
  void theMockChannelCanBeSwitchedOff() {
    runner
        .withPropertyValues("payment.mock.enabled=false")
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean(ChannelGateway.class)
                    .doesNotHaveBean(RefundGateway.class)
                    .doesNotHaveBean(StatementGateway.class));
  }

  @Test
  void theChannelIsAskedWhereItServes(@TempDir Path folder) {
    MockChannelSettings settings =
        new MockChannelSettings(0, folder.resolve("journal"), "secret", 1);
    try (MockChannelService service = MockChannelService.start(settings)) {
      Trade trade = new Trade(aPayNo(), PRICE, SUBJECT, LATER);
      runner
          .withPropertyValues("payment.mock.url=" + service.url(), "server.port=9")
          .run(
              context -> {
                Optional<PayUrl> url = context.getBean(ChannelGateway.class).open(trade);
                assertThat(url).contains(new PayUrl(service.url() + "/cashier/" + trade.payNo()));
              });
      assertThat(
              new MockChannelClient(service.url())
                  .seen(trade.payNo().value())
                  .path("notifyUrl")
                  .asString())
          .isEqualTo("http://127.0.0.1:9/payments/mock-callback");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "payment.mock.url=ftp://x, url",
    "payment.mock.url=http:/x, url",
    "payment.mock.notify-url=x, notifyUrl",
    "payment.mock.refund-notify-url=x, refundNotifyUrl",
    "payment.mock.refund-spacing=-1s, refundSpacing",
    "payment.mock.refund-spacing=11m, refundSpacing",
    "payment.mock.fee-rate=0.6, feeRate",
    "payment.mock.fee-rate=-0.006, feeRate",
    "payment.mock.connect-timeout=0, connectTimeout",
    "payment.mock.read-timeout=2m, readTimeout",
    "payment.mock.deadline=1s, deadline",
    "payment.channel.breaker-calls=1, breakerCalls",
    "payment.channel.breaker-failures=0, breakerFailures",
    "payment.channel.breaker-pause=0, breakerPause"
  })
  void aSettingOutOfItsBoundsIsNamed(String setting, String field) {
    runner
        .withPropertyValues(setting)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("on field '" + field + "'"));
  }
}
