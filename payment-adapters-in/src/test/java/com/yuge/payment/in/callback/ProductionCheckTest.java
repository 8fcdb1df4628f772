package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.InMemoryService;
import com.yuge.payment.in.PaymentHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProductionCheckTest {
  private static final String PROPER = "payment.callback-secret=0123456789abcdef0123456789abcdef";
  private static final String WELL_KNOWN = "payment.callback-secret=" + PaymentHttp.SECRET;
  private static final String NO_WINDOW = "payment.callback.max-skew=0";
  private static final String SIGNING = "payment.mock.signature-endpoint=true";

  private final ApplicationContextRunner anywhere =
      new ApplicationContextRunner()
          .withUserConfiguration(InMemoryService.class, CallbackConfiguration.class);
  private final ApplicationContextRunner production =
      anywhere.withPropertyValues(
          "spring.profiles.active=production", "payment.callback.md5-accepted=true");

  private void isRefused(String fault, String... properties) {
    production
        .withPropertyValues(properties)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("in the profile production " + fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",0123456789abcdef0123456789abcdef"})
  void theSecretOfDevelopmentIsRefusedAlsoAmongOthers(String others) {
    isRefused(
        "payment.callback-secret must not hold the secret of development;"
            + " payment.callback-secret must hold no secret under 32 bytes",
        WELL_KNOWN + others);
  }

  @ParameterizedTest
  @ValueSource(strings = {",0123456789abcdef0123456789abcde", ",secret"})
  void aShortSecretIsRefusedAlsoAmongOthers(String other) {
    isRefused("payment.callback-secret must hold no secret under 32 bytes", PROPER + other);
  }

  @Test
  void noReplayWindowIsRefused() {
    isRefused("payment.callback.max-skew must not be 0 (off)", PROPER, NO_WINDOW);
  }

  @Test
  void withoutAKeyTheOldSchemeHasToBeAcceptedByName() {
    isRefused(
        "payment.callback.keys must hold a key, unless payment.callback.md5-accepted is true",
        PROPER,
        "payment.callback.md5-accepted=");
  }

  @Test
  void aShortKeyIsRefusedAndOneOfDevelopmentIsToo() {
    isRefused(
        "payment.callback.keys must hold no secret under 32 bytes;"
            + " payment.callback.keys must not hold a secret of development",
        PROPER,
        "payment.callback.keys[0].id=k1",
        "payment.callback.keys[0].secret=0123456789abcdef0123456789abcde",
        "payment.callback.keys[1].id=k2",
        "payment.callback.keys[1].secret=development-only-callback-key-0001");
  }

  @Test
  void aKeyIsEnough() {
    production
        .withPropertyValues(
            "payment.callback.md5-accepted=",
            "payment.callback.keys[0].id=k1",
            "payment.callback.keys[0].secret=0123456789abcdef0123456789abcdef")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(CallbackSchemes.class).md5()).isNull();
            });
  }

  @Test
  void signingForAnybodyIsRefused() {
    isRefused("payment.mock.signature-endpoint must not be true", PROPER, SIGNING);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    isRefused(
        "payment.callback-secret must not hold the secret of development;"
            + " payment.callback-secret must hold no secret under 32 bytes;"
            + " payment.callback.max-skew must not be 0 (off);"
            + " payment.mock.signature-endpoint must not be true",
        WELL_KNOWN,
        NO_WINDOW,
        SIGNING);
  }

  @Test
  void itIsNotPutOffByLaziness() {
    production
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .withPropertyValues(WELL_KNOWN)
        .run(context -> assertThat(context).hasFailed());
  }

  /** Two proper secrets, the length counted in bytes: as when one is rotated. */
  @Test
  void aProperSettingStarts() {
    production
        .withPropertyValues(PROPER + ",支付回调签名密钥支付回")
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ProductionCheck.class));
  }

  @Test
  void elsewhereNothingIsChecked() {
    anywhere
        .withPropertyValues(WELL_KNOWN, NO_WINDOW, SIGNING)
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ProductionCheck.class));
  }
}
