package com.yuge.payment.out.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.alipay.AlipayFaults;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.out.channel.ChannelConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What can be set, and what the start refuses. */
class AlipaySettingsTest {
  @TempDir private static Path folder;

  private static final AlipayDesk DESK = new AlipayDesk();
  private ApplicationContextRunner runner;

  @BeforeEach
  void keys() throws IOException {
    AlipayDesk.KEYS.write(folder);
    runner =
        new ApplicationContextRunner()
            .withUserConfiguration(ChannelConfiguration.class)
            .withBean(SimpleMeterRegistry.class)
            .withBean(ObservationRegistry.class, ObservationRegistry::create)
            .withBean(Clock.class, Clock::systemUTC)
            .withPropertyValues(
                "payment.mock.enabled=false",
                "payment.callback-secret=secret",
                "payment.alipay.enabled=true",
                "payment.alipay.app-id=" + AlipayDesk.KEYS.appId(),
                "payment.alipay.seller-id=" + AlipayDesk.KEYS.sellerId(),
                "payment.alipay.private-key-file=" + file(FakeAlipayKeys.PRIVATE_KEY_FILE),
                "payment.alipay.alipay-public-key-file="
                    + file(FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE),
                "payment.alipay.gateway-url=" + DESK.gateway(),
                "payment.alipay.notify-base-url=https://pay.shop.test/");
  }

  @AfterEach
  void behave() {
    DESK.control().behave();
  }

  @AfterAll
  static void end() {
    DESK.close();
  }

  private static Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void paymentsRefundsAndNotificationsAreThere() {
    int before = DESK.control().calls(Call.QUERY);

    runner.run(
        context -> {
          PayChannel alipay = AlipayChannel.NAME;
          assertThat(context.getBean(ChannelGateway.class).channel()).isEqualTo(alipay);
          assertThat(context.getBean(RefundGateway.class).channel()).isEqualTo(alipay);
          assertThat(context.getBean(RefundGateway.class).spacing())
              .isEqualTo(Duration.ofSeconds(3));
          assertThat(context.getBean(CallbackReader.class).channel()).isEqualTo(alipay);
          AlipayProperties properties = context.getBean(AlipayProperties.class);
          assertThat(properties.notifyUrl())
              .hasToString("https://pay.shop.test/channels/alipay/notify");
          assertThat(properties.takesRealMoney()).isFalse();
        });
    assertThat(DESK.control().calls(Call.QUERY)).isEqualTo(before + 1);
  }

  @Test
  void nothingIsThereUnlessItIsSwitchedOn() {
    runner
        .withPropertyValues("payment.alipay.enabled=false", "payment.alipay.app-id=?")
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(ChannelGateway.class)
                    .doesNotHaveBean(RefundGateway.class)
                    .doesNotHaveBean(CallbackReader.class));
  }

  @Test
  void realMoneyMovesAtTheOfficialHost() {
    runner
        .withPropertyValues(
            "payment.alipay.check-on-start=false",
            "payment.alipay.gateway-url=https://OPENAPI.alipay.com/gateway.do")
        .run(
            context ->
                assertThat(context.getBean(AlipayProperties.class).takesRealMoney()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "app-id, '', appId",
    "app-id, wx1, appId",
    "seller-id, 2088, sellerId",
    "seller-id, shop@shop.test, sellerId",
    "private-key-file, '', privateKeyFile",
    "alipay-public-key-file, '', alipayPublicKeyFile",
    "gateway-url, gateway.do, gatewayUrl",
    "notify-base-url, '', notifyBaseUrl",
    "notify-base-url, https://pay.shop.test/notify, notifyBaseUrl",
    "notify-base-url, https://pay.shop.test?a=b, notifyBaseUrl",
    "deadline, 1ms, deadline",
    "read-timeout, 2m, readTimeout",
    "former[0].app-id, x, former[0].appId",
    "fee-rate, 0.6, feeRate",
    "former[0].fee-rate, 0.6, former[0].feeRate"
  })
  void theStartNamesTheSettingThatIsWrong(String key, String value, String field) {
    runner
        .withPropertyValues("payment.alipay." + key + "=" + value)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("'" + field + "'"));
  }

  @ParameterizedTest
  @CsvSource({
    "private-key-file, alipay_public_key.pem",
    "private-key-file, none.pem",
    "private-key-file, short.pem",
    "alipay-public-key-file, app_private_key.pem",
    "alipay-public-key-file, text.pem"
  })
  void aKeyThatCannotBeUsedEndsTheStart(String key, String name) throws Exception {
    Path unused = Files.writeString(file("short.pem"), shortKey());
    unused = Files.writeString(file("text.pem"), "the key");

    runner
        .withPropertyValues("payment.alipay." + key + "=" + file(name))
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("payment.alipay." + key + " must be"));
  }

  private static String shortKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    return Base64.getMimeEncoder()
        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
  }

  @Test
  void formerAccountsAndFurtherKeysAreRead() throws IOException {
    FakeAlipayKeys former = AnotherApp.KEYS;
    former.write(folder.resolve("former"));
    String key = "payment.alipay.former[%d].%s=%s";
    Path privateKey = folder.resolve("former").resolve(FakeAlipayKeys.PRIVATE_KEY_FILE);
    Path publicKey = folder.resolve("former").resolve(FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE);
    runner
        .withPropertyValues(
            key.formatted(0, "app-id", former.appId()),
            key.formatted(0, "seller-id", former.sellerId()),
            key.formatted(0, "private-key-file", privateKey),
            key.formatted(0, "alipay-public-key-file", publicKey),
            key.formatted(1, "app-id", AlipayDesk.KEYS.appId()),
            key.formatted(1, "seller-id", AlipayDesk.KEYS.sellerId()),
            key.formatted(1, "private-key-file", privateKey),
            key.formatted(1, "alipay-public-key-file", publicKey))
        .run(
            context -> {
              AlipayAccounts accounts = context.getBean(AlipayAccounts.class);
              assertThat(accounts.all())
                  .extracting(AlipayAccount::appId)
                  .containsExactly(AlipayDesk.KEYS.appId(), former.appId());
              assertThat(accounts.current().alipayKeys()).hasSize(2);
              assertThat(accounts.current().appKey()).isEqualTo(AlipayDesk.ACCOUNT.appKey());
              assertThat(accounts.current().toString()).isEqualTo(AlipayDesk.ACCOUNT.id());
            });
  }

  @Test
  void theStartEndsWithKeysThatAlipayDoesNotAccept() throws IOException {
    AnotherApp.KEYS.write(folder.resolve("other"));
    Path wrong = folder.resolve("other").resolve(FakeAlipayKeys.PRIVATE_KEY_FILE);

    runner
        .withPropertyValues("payment.alipay.private-key-file=" + wrong)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasMessageContaining("payment.alipay.* does not work at Alipay"));
  }

  @Test
  void theStartEndsWithAKeyThatIsNotAlipays() throws IOException {
    AnotherApp.KEYS.write(folder.resolve("other"));
    Path wrong = folder.resolve("other").resolve(FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE);

    runner
        .withPropertyValues("payment.alipay.alipay-public-key-file=" + wrong)
        .run(context -> assertThat(context).hasFailed());
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "DROP", "SYSTEM_ERROR", "FREQUENCY_LIMITED"})
  void anOutageOfAlipayDoesNotEndTheStart(OfAnswer outage) {
    DESK.control().spoil(AlipayFaults.ofAnswers(outage));

    runner.run(context -> assertThat(context).hasNotFailed());
  }
}
