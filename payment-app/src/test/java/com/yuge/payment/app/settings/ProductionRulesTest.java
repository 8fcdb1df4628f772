package com.yuge.payment.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.devstack.ServerCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionRulesTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final Map<String, Object> GOOD =
      Map.ofEntries(
          Map.entry("spring.datasource.url", "jdbc:mysql://db/payment?sslMode=VERIFY_CA"),
          Map.entry("spring.datasource.username", "payment"),
          Map.entry("spring.datasource.password", ""),
          Map.entry("payment.callback-secret", "0123456789abcdef0123456789abcdef"),
          Map.entry("payment.callback.keys[0].id", "mock-1"),
          Map.entry("payment.callback.keys[0].secret", "fedcba9876543210fedcba9876543210"),
          Map.entry("payment.rocketmq.name-server", "127.0.0.1:9876"),
          Map.entry("payment.redis.uri", "rediss://redis:6379"),
          Map.entry("payment.mock.enabled", "false"),
          Map.entry("payment.security.clients[0].name", "shop"),
          Map.entry("payment.security.clients[0].key-sha256", HASH),
          Map.entry("payment.security.clients[0].roles", "payments,ops"));
  private static final FakeWechatKeys WECHAT = FakeWechatKeys.ofThisJvm();
  private static final Map<String, Object> LOOPBACK =
      Map.of("server.address", "127.0.0.1", "management.server.address", "localhost");

  @Test
  void properSettingsPass() {
    CheckedSettings.of(GOOD, "production").pass();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "payment.callback-secret | ymall-payment-secret-key-2024",
        "payment.callback-secret | 0123456789abcdef0123456789abcdef,ymall-payment-secret-key-2024",
        "payment.callback-secret | 0123456789abcdef0123456789abcdef,0123456789abcdef0123456789abcde",
        "payment.callback.keys[0].secret | fedcba9876543210fedcba987654321",
        "payment.callback.keys[0].secret | development-only-callback-key-0001",
        "payment.callback.max-skew | 0",
        "payment.mock.enabled | true",
        "payment.mock.signature-endpoint | true",
        "spring.datasource.url | jdbc:mysql://db/payment",
        "payment.redis.uri | redis://redis:6379"
      })
  void eachIsRefusedByItsKey(String key, String value) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put(key, value);

    assertThat(brokenKeys(settings, "prod")).containsExactly(key.replace("[0].secret", ""));
  }

  @Test
  void noneHoldsInATrialOrOnLoopback() {
    Map<String, Object> settings = broken();
    settings.put("payment.trial", "true");
    CheckedSettings.of(settings, "prod").pass();
    settings.put("payment.trial", "false");
    settings.putAll(LOOPBACK);
    CheckedSettings.of(settings, "prod").pass();
  }

  private static Map<String, Object> broken() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("spring.datasource.url", "jdbc:mysql://db/payment");
    settings.put("payment.redis.uri", "redis://redis:6379");
    settings.put("payment.rocketmq.name-server", "mq:9876");
    settings.put("payment.callback-secret", "short");
    settings.put("payment.callback.keys[0].secret", "development-only-callback-key-0001");
    settings.put("payment.callback.max-skew", "0");
    settings.put("payment.mock.enabled", "true");
    settings.put("payment.mock.signature-endpoint", "true");
    return settings;
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.address", "management.server.address"})
  void theyHoldUnlessBothPortsListenOnLoopbackAlone(String key) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.callback-secret", "ymall-payment-secret-key-2024");
    settings.putAll(LOOPBACK);
    settings.put(key, "0.0.0.0");

    assertThat(brokenKeys(settings, "prod")).containsExactly("payment.callback-secret");
    settings.put(key, "");
    assertThat(brokenKeys(settings, "prod")).containsExactly("payment.callback-secret");
  }

  /** Such as behind a proxy on the same machine. */
  @Test
  void profileProductionHoldsThemOnLoopbackTooAndIsNoTrial() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.putAll(LOOPBACK);
    settings.put("payment.mock.enabled", "true");
    settings.put("payment.trial", "true");

    assertThat(brokenKeys(settings))
        .containsExactlyInAnyOrder("payment.mock.enabled", "payment.trial");
  }

  @Test
  void whoIsRefusedIsToldWhyTheRulesHold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.mock.enabled", "true");

    Throwable refused = CheckedSettings.of(settings, "prod").refused();
    assertThat(((StartupException) refused).action())
        .contains("listens on more than loopback", "payment.trial=true");
  }

  @Test
  void theOldSchemeCountsWhereNothingIsSaidOnlyOnLoopback() {
    assertThat(md5Accepted(GOOD)).isEqualTo("false");
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.callback.md5-accepted", "true");
    assertThat(md5Accepted(settings)).isEqualTo("true");
    settings.remove("payment.callback.md5-accepted");
    settings.putAll(LOOPBACK);
    assertThat(md5Accepted(settings)).isNull();
  }

  private static @Nullable String md5Accepted(Map<String, Object> settings) {
    CheckedSettings checked = CheckedSettings.of(settings, "prod");
    checked.pass();
    return checked.property("payment.callback.md5-accepted");
  }

  @Test
  void md5AloneIsAcceptedOnlyWhenTold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.keySet().removeIf(key -> key.startsWith("payment.callback.keys"));
    settings.put("payment.mock.enabled", "true");
    assertThat(brokenKeys(settings))
        .containsExactlyInAnyOrder("payment.callback.keys", "payment.mock.enabled");
    settings.put("payment.callback.md5-accepted", "true");

    assertThat(brokenKeys(settings)).containsExactly("payment.mock.enabled");
  }

  @Test
  void whoHasNoMockChannelNeedsNoneOfItsSecrets() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.keySet().removeIf(key -> key.startsWith("payment.callback"));

    CheckedSettings.of(settings, "production").pass();
  }

  @Test
  void realChannelsAreReachedByHttpsAtTheirOwnHosts(@TempDir Path folder) throws IOException {
    Map<String, Object> settings = withWechat(folder);
    CheckedSettings.of(settings, "production").pass();

    settings.put("payment.wechat.url", "https://pay.example");
    settings.put("payment.wechat.notify-base-url", "http://pay.shop.test");
    assertThat(brokenKeys(settings))
        .containsExactlyInAnyOrder("payment.wechat", "payment.wechat.notify-base-url");
    settings.put("payment.wechat.url", "http://api.mch.weixin.qq.com");
    settings.put("payment.wechat.notify-base-url", "https://pay.shop.test");

    assertThat(brokenKeys(settings)).containsExactly("payment.wechat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "121"})
  void noPayerHasLongerOrShorterThanTheCodeLives(String minutes, @TempDir Path folder)
      throws IOException {
    Map<String, Object> settings = withWechat(folder);
    settings.put("payment.timeout-minutes", minutes);

    assertThat(brokenKeys(settings)).containsExactly("payment.timeout-minutes");
  }

  private static Map<String, Object> withWechat(Path folder) throws IOException {
    WECHAT.write(folder);
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.wechat.enabled", "true");
    settings.put("payment.wechat.mch-id", WECHAT.mchId());
    settings.put("payment.wechat.app-id", WECHAT.appId());
    settings.put("payment.wechat.api-v3-key", WECHAT.apiV3Key());
    settings.put("payment.wechat.merchant-serial", WECHAT.merchantSerial());
    settings.put("payment.wechat.public-key-id", WECHAT.platformPublicKeyId());
    settings.put("payment.wechat.private-key-file", folder.resolve("apiclient_key.pem").toString());
    settings.put("payment.wechat.public-key-file", folder.resolve("pub_key.pem").toString());
    settings.put("payment.wechat.notify-base-url", "https://pay.shop.test");
    return settings;
  }

  @Test
  void somebodyMustHaveAKey() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.keySet().removeIf(key -> key.startsWith("payment.security"));

    assertThat(brokenKeys(settings)).containsExactly("payment.security.clients");
  }

  @Test
  void anEmptyListOfClientsIsNobody() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.keySet().removeIf(key -> key.startsWith("payment.security"));
    settings.put("payment.security.clients", "");

    assertThat(brokenKeys(settings)).containsExactly("payment.security.clients");
  }

  @Test
  void aRoleThatThereIsNotIsToldAlone() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.security.clients[0].roles", "admin");

    assertThat(brokenKeys(settings)).containsExactly("payment.security.clients[0].roles");
  }

  /** Two proper secrets, the length counted in bytes: as when one is rotated. */
  @Test
  void lengthIsCountedInBytes() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.callback-secret", "0123456789abcdef0123456789abcdef,支付回调签名密钥支付回");

    CheckedSettings.of(settings, "production").pass();
  }

  @Test
  void plainConnectionsPassOnlyWhenTold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("spring.datasource.url", "jdbc:mysql://db/payment");
    settings.put("payment.redis.uri", "redis://redis:6379");
    settings.put("payment.security.plain-database", "true");
    assertThat(brokenKeys(settings)).containsExactly("payment.redis.uri");
    settings.put("payment.security.plain-redis", "true");

    CheckedSettings.of(settings, "production").pass();
  }

  /** A Redis on this machine may be one of several: the Sentinels say which is the master. */
  @Test
  void sentinelsElsewhereAreAskedByTls() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.redis.uri", "redis://127.0.0.1:6379");
    settings.put("payment.redis.sentinel.master", "payment");
    settings.put("payment.redis.sentinel.nodes", "127.0.0.1:26379,sentinel:26379");
    assertThat(brokenKeys(settings)).containsExactly("payment.redis.uri");
    settings.put("payment.redis.uri", "rediss://redis:6379");

    CheckedSettings.of(settings, "production").pass();
  }

  @Test
  void eventsLeaveThisMachineByTlsUnlessTold(@TempDir Path folder) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.rocketmq.name-server", "127.0.0.1:9876;mq:9876");
    assertThat(brokenKeys(settings)).containsExactly("payment.rocketmq.ssl-bundle");
    settings.put("payment.security.plain-rocketmq", "true");
    CheckedSettings.of(settings, "production").pass();
    settings.remove("payment.security.plain-rocketmq");
    ServerCertificate authority = ServerCertificate.create(folder, "authority");
    settings.put("payment.rocketmq.ssl-bundle", "mq");
    settings.put(
        "spring.ssl.bundle.pem.mq.truststore.certificate", "file:" + authority.certificate());

    CheckedSettings.of(settings, "production").pass();
  }

  /** Nothing is set but what is for development: all is named at once. */
  @Test
  void allThatIsWrongIsToldAtOnce() {
    Map<String, Object> settings = broken();
    settings.keySet().removeIf(key -> key.matches("payment.(security|callback.keys).*"));
    settings.remove("payment.mock.enabled");

    assertThat(brokenKeys(settings))
        .containsExactlyInAnyOrder(
            "spring.datasource.url",
            "payment.redis.uri",
            "payment.rocketmq.ssl-bundle",
            "payment.callback-secret",
            "payment.callback.keys",
            "payment.callback.max-skew",
            "payment.mock.enabled",
            "payment.mock.signature-endpoint",
            "payment.security.clients");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.address", "management.server.address"})
  void withoutAKeyOnlyLoopbackIsListenedOn(String key) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put(key, "0.0.0.0");
    CheckedSettings.of(settings, "production").pass();
    settings.keySet().removeIf(name -> name.startsWith("payment.security"));

    assertThat(brokenKeys(settings, "staging")).containsExactly(key);
    settings.put(key, "127.0.0.1");
    CheckedSettings.of(settings, "staging").pass();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8085", ""}) // Spring Boot takes an empty one for that of the service.
  void operatorsHaveAPortOfTheirOwn(String operators) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("server.port", "8085");
    settings.put("management.server.port", operators);

    assertThat(brokenKeys(settings)).containsExactly("management.server.port");
  }

  private static List<String> brokenKeys(Map<String, Object> settings) {
    return brokenKeys(settings, "production");
  }

  private static List<String> brokenKeys(Map<String, Object> settings, String profile) {
    return CheckedSettings.of(settings, profile).brokenKeys();
  }
}
