package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.FakeWechatDesk.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.out.channel.ChannelConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WechatConfigurationTest {
  @TempDir private static Path folder;

  private final ApplicationContextRunner none =
      new ApplicationContextRunner()
          .withUserConfiguration(ChannelConfiguration.class)
          .withBean(SimpleMeterRegistry.class)
          .withBean(ObservationRegistry.class, ObservationRegistry::create)
          .withBean(Clock.class, Clock::systemUTC)
          .withPropertyValues("payment.callback-secret=secret", "payment.mock.enabled=false");

  private final ApplicationContextRunner runner =
      none.withPropertyValues(
          "payment.wechat.enabled=true",
          "payment.wechat.mch-id=" + KEYS.mchId(),
          "payment.wechat.app-id=" + KEYS.appId(),
          "payment.wechat.api-v3-key=" + KEYS.apiV3Key(),
          "payment.wechat.merchant-serial=" + KEYS.merchantSerial(),
          "payment.wechat.private-key-file=" + folder.resolve(FakeWechatKeys.PRIVATE_KEY_FILE),
          "payment.wechat.public-key-id=" + KEYS.platformPublicKeyId(),
          "payment.wechat.public-key-file=" + folder.resolve(FakeWechatKeys.PUBLIC_KEY_FILE),
          "payment.wechat.notify-base-url=https://pay.example.com/",
          "payment.wechat.check-on-start=false");

  @BeforeAll
  static void write() throws Exception {
    KEYS.write(folder);
  }

  @Test
  void itIsOffUnlessItIsSwitchedOn() {
    none.run(
        context -> {
          assertThat(context)
              .doesNotHaveBean(ChannelGateway.class)
              .doesNotHaveBean(RefundGateway.class)
              .doesNotHaveBean(CallbackReader.class);
          assertThat(context.getBean(WechatProperties.class).takesRealMoney()).isFalse();
        });
  }

  @Test
  void itHasPaymentsRefundsAndNotifications() {
    runner.run(
        context -> {
          assertThat(context.getBean(ChannelGateway.class).channel()).hasToString("WECHAT");
          assertThat(context.getBean(RefundGateway.class).spacing())
              .isEqualTo(Duration.ofMinutes(1));
          assertThat(context.getBean(CallbackReader.class).kinds())
              .containsExactlyInAnyOrder("payments", "refunds");
          assertThat(context.getBean(WechatProperties.class))
              .satisfies(settings -> assertThat(settings.takesRealMoney()).isTrue());
        });
  }

  @Test
  void notificationsComeToThisServicesAddress() {
    runner.run(
        context ->
            assertThat(context.getBean(WechatProperties.class).notifyUrl("refunds"))
                .hasToString("https://pay.example.com/channels/wechat/refunds"));
  }

  @Test
  void theStartAsksWechatPayUnlessItIsToldNotTo() {
    runner
        .withPropertyValues(
            "payment.wechat.check-on-start=true", "payment.wechat.url=http://127.0.0.1:9")
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(WechatStartCheck.class));
    runner.run(context -> assertThat(context).doesNotHaveBean(WechatStartCheck.class));
  }

  @Test
  void itsKeysAreNotPrinted() {
    runner.run(
        context ->
            assertThat(context.getBean(WechatProperties.class).toString())
                .doesNotContain(KEYS.apiV3Key()));
  }

  @Test
  void aFormerAccountHasKeysOfItsOwn() {
    runner
        .withPropertyValues(
            "payment.wechat.former[0].mch-id=1900000009",
            "payment.wechat.former[0].app-id=wx9999999999",
            "payment.wechat.former[0].api-v3-key=" + KEYS.apiV3Key(),
            "payment.wechat.former[0].merchant-serial=0123456789ABCDEF",
            "payment.wechat.former[0].private-key-file="
                + folder.resolve(FakeWechatKeys.PRIVATE_KEY_FILE),
            "payment.wechat.former[0].public-key-id=PUB_KEY_ID_9",
            "payment.wechat.former[0].public-key-file="
                + folder.resolve(FakeWechatKeys.PUBLIC_KEY_FILE))
        .run(
            context ->
                assertThat(context.getBean(WechatAccounts.class).signedFor("PUB_KEY_ID_9"))
                    .singleElement()
                    .satisfies(
                        account -> assertThat(account.id()).isEqualTo("1900000009:wx9999999999")));
  }

  @ParameterizedTest
  @CsvSource({
    "mch-id=, mchId",
    "mch-id=12ab, mchId",
    "app-id=wx/1, appId",
    "api-v3-key=short, apiV3Key",
    "private-key-file=, privateKeyFile",
    "merchant-serial=no hex, merchantSerial",
    "public-key-id=5157F09EFDC096DE15EBE81A47057A7232F1B8E1, publicKeyId",
    "public-key-file=, publicKeyFile",
    "url=ftp://x, url",
    "url=https://x/v3, url",
    "notify-base-url=, notifyBaseUrl",
    "notify-base-url=https://x/?a=b, notifyBaseUrl",
    "connect-timeout=0, connectTimeout",
    "read-timeout=2m, readTimeout",
    "deadline=1s, deadline",
    "former[0].mch-id=1900000009, former[0].appId",
    "fee-rate=0.6, feeRate",
    "former[0].fee-rate=0.6, former[0].feeRate"
  })
  void aSettingOutOfItsBoundsIsNamed(String setting, String field) {
    runner
        .withPropertyValues("payment.wechat." + setting)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("on field '" + field + "'"));
  }

  @Test
  void aKeyFileThatIsNotThereIsNamed() {
    runner
        .withPropertyValues("payment.wechat.public-key-file=/no/such/file")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(
                        "payment.wechat.public-key-file must be a file that can be read"));
  }

  @Test
  void aKeyFileWithoutAKeyIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("none.pem"), "secret text");
    runner
        .withPropertyValues("payment.wechat.private-key-file=" + file)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(
                        "payment.wechat.private-key-file must be a PEM file with an RSA PKCS #8"
                            + " private key of 2048 bits or more"));
  }
}
