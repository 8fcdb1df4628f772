package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.yuge.payment.in.ConfigurationErrors;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.out.Secret;
import com.yuge.payment.out.channel.mock.MockCallbackProperties.Mock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MockCallbackPropertiesTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(MockCallbackProperties.class)
  static class Bound {}

  @Test
  void defaultsAreThoseOfTheContract() {
    runner
        .withPropertyValues("payment.callback-secret=secret")
        .run(
            context -> {
              MockCallbackProperties properties = context.getBean(MockCallbackProperties.class);
              assertThat(properties.callbackSecret()).containsExactly(new Secret("secret"));
              assertThat(properties.callback().maxSkew()).isEqualTo(Duration.ofMinutes(5));
            });
  }

  @Test
  void severalSecretsAreSeparatedByCommas() {
    runner
        .withPropertyValues("payment.callback-secret=new, old")
        .run(
            context ->
                assertThat(context.getBean(MockCallbackProperties.class).callbackSecret())
                    .containsExactly(new Secret("new"), new Secret("old")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.x=",
        "payment.callback-secret=",
        "payment.callback-secret=a,,b",
        "payment.callback-secret= , "
      })
  void theSecretIsRequired(String setting) {
    assertThat(refused(setting)).containsExactly("callbackSecret");
  }

  @Test
  void everyKeyThatIsNotWholeIsNamed() {
    assertThat(
            refused(
                "payment.callback.keys[0].id=k1",
                "payment.callback.keys[0].secret= ",
                "payment.callback.keys[1].id=k1",
                "payment.callback.keys[1].secret=s",
                "payment.callback.keys[2].id=k 2",
                "payment.callback.keys[2].secret=s"))
        .containsExactlyInAnyOrder(
            "callback.keys[0].secret", "callback.keys[1].id", "callback.keys[2].id");
  }

  @Test
  void aSkewBelowZeroIsRefusedByName() {
    assertThat(refused("payment.callback-secret=a", "payment.callback.max-skew=-1s"))
        .containsExactly("callback.maxSkew");
  }

  @Test
  void nobodySignsWithoutASecret() {
    assertThat(
            refused(
                "payment.mock.signature-endpoint=true",
                "payment.callback.keys[0].id=k1",
                "payment.callback.keys[0].secret=s"))
        .containsExactly("mock.signatureEndpoint");
  }

  @Test
  void secretsAreNotTold() {
    MockCallbackProperties properties =
        new MockCallbackProperties(
            List.of(new Secret(PaymentHttp.SECRET)),
            new MockCallbackProperties.Callback(
                Duration.ZERO,
                List.of(new MockCallbackProperties.Key("k1", new Secret("hush"))),
                true),
            new Mock(true, false));

    assertThat(properties.toString()).contains("k1").doesNotContain(PaymentHttp.SECRET, "hush");
    assertThat(properties.callback().activeKeys().toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.callback-secret=hush,,hush",
        "payment.callback.keys=hush",
        "payment.callback.keys[0]=hush",
        "payment.callback.keys[0].secret=hush"
      })
  void norWhenWhatIsRoundThemIsRefused(String setting) {
    runner
        .withPropertyValues(setting)
        .run(
            context ->
                assertThat(ConfigurationErrors.of(context.getStartupFailure()).text())
                    .contains("Could not bind")
                    .doesNotContain("hush"));
  }

  private static List<String> refused(String... settings) {
    return ConfigurationErrors.fields(Bound.class, settings);
  }

  @Test
  void theServiceDoesNotStartWithoutASecret() {
    Throwable refused = catchThrowable(() -> PaymentHttp.start("payment.callback-secret="));

    assertThat(ConfigurationErrors.of(refused).fields()).contains("callbackSecret");
  }
}
