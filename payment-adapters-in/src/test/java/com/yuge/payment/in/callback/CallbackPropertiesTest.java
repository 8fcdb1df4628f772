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
  void everyKeyThatIsNotWholeIsNamed() {
    runner
        .withPropertyValues(
            "payment.callback.keys[0].id=k1",
            "payment.callback.keys[0].secret= ",
            "payment.callback.keys[1].id=k1",
            "payment.callback.keys[1].secret=s",
            "payment.callback.keys[2].id=k 2",
            "payment.callback.keys[2].secret=s")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .message()
                    .isEqualTo(
                        """
                        payment.callback.keys[0].secret must not be blank
                        payment.callback.keys[1].id must be 1 to 64 letters, digits, dots, underscores or hyphens, once each
                        payment.callback.keys[2].id must be 1 to 64 letters, digits, dots, underscores or hyphens, once each"""));
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
            List.of(PaymentHttp.SECRET),
            new CallbackProperties.Callback(
                Duration.ZERO, List.of(new CallbackProperties.Key("k1", "hush")), true));

    assertThat(properties.toString()).contains("k1").doesNotContain(PaymentHttp.SECRET, "hush");
    assertThat(properties.callback().activeKeys().toString()).doesNotContain("hush");
  }

  @Test
  void theServiceDoesNotStartWithoutASecret() {
    assertThatThrownBy(() -> PaymentHttp.start("payment.callback-secret="))
        .hasRootCauseMessage(
            "payment.callback-secret must be one secret or several, separated by commas, none"
                + " blank, unless there are payment.callback.keys");
  }
}
