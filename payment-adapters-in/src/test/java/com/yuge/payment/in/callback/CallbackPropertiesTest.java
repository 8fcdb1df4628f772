package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.in.PaymentHttp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CallbackPropertiesTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @EnableConfigurationProperties(CallbackProperties.class)
  static class Bound {}

  @Test
  void defaultsAreThoseOfTheContract() {
    runner
        .withPropertyValues("payment.callback-secret=secret")
        .run(
            context -> {
              CallbackProperties properties = context.getBean(CallbackProperties.class);
              assertThat(properties.callbackSecret()).containsExactly("secret");
              assertThat(properties.callback().maxSkew()).isEqualTo(Duration.ofMinutes(5));
            });
  }

  @Test
  void severalSecretsAreSeparatedByCommas() {
    runner
        .withPropertyValues("payment.callback-secret=new, old")
        .run(
            context ->
                assertThat(context.getBean(CallbackProperties.class).callbackSecret())
                    .containsExactly("new", "old"));
  }

  @ParameterizedTest
  @CsvSource({
    "payment.x=, payment.callback-secret",
    "payment.callback-secret=, payment.callback-secret",
    "'payment.callback-secret=a,,b', payment.callback-secret",
    "'payment.callback-secret= , ', payment.callback-secret"
  })
  void theSecretIsRequired(String property, String named) {
    runner
        .withPropertyValues(property)
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(named));
  }

  @Test
  void aSkewBelowZeroIsRefusedByName() {
    runner
        .withPropertyValues("payment.callback-secret=a", "payment.callback.max-skew=-1s")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("payment.callback.max-skew"));
  }

  @Test
  void secretsAreNotTold() {
    CallbackProperties properties =
        new CallbackProperties(
            List.of(PaymentHttp.SECRET), new CallbackProperties.Callback(Duration.ZERO));

    assertThat(properties.toString()).doesNotContain(PaymentHttp.SECRET);
  }

  @Test
  void theServiceDoesNotStartWithoutASecret() {
    assertThatThrownBy(() -> PaymentHttp.start("payment.callback-secret="))
        .hasRootCauseMessage(
            "payment.callback-secret must be one secret or several, separated by commas, none"
                + " blank");
  }
}
