package com.yuge.payment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

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
  private static final Map<String, Object> LOOPBACK =
      Map.of("server.address", "127.0.0.1", "management.server.address", "localhost");

  @Test
  void properSettingsPass() {
    SettingsCheck.check(environment(GOOD, "production"));
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
    settings.put("payment.trial", "true");
    SettingsCheck.check(environment(settings, "prod"));
    settings.put("payment.trial", "false");
    settings.putAll(LOOPBACK);
    SettingsCheck.check(environment(settings, "prod"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.address", "management.server.address"})
  void theyHoldUnlessBothPortsListenOnLoopbackAlone(String key) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.callback-secret", "ymall-payment-secret-key-2024");
    settings.putAll(LOOPBACK);
    settings.put(key, "0.0.0.0");

    assertThat(brokenKeys(settings, "prod")).containsExactly("payment.callback-secret");
    settings.remove(key);
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

    StartRefused refused =
        catchThrowableOfType(
            StartRefused.class, () -> SettingsCheck.check(environment(settings, "prod")));
    assertThat(refused.action()).contains("listens on more than loopback", "payment.trial=true");
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
    StandardEnvironment environment = environment(settings, "prod");
    SettingsCheck.check(environment);
    return environment.getProperty("payment.callback.md5-accepted");
  }

  @Test
  void md5AloneIsAcceptedOnlyWhenTold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.keySet().removeIf(key -> key.startsWith("payment.callback.keys"));
    assertThat(brokenKeys(settings)).containsExactly("payment.callback.keys");
    settings.put("payment.callback.md5-accepted", "true");

    SettingsCheck.check(environment(settings, "production"));
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

    SettingsCheck.check(environment(settings, "production"));
  }

  @Test
  void plainConnectionsPassOnlyWhenTold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("spring.datasource.url", "jdbc:mysql://db/payment");
    settings.put("payment.redis.uri", "redis://redis:6379");
    settings.put("payment.security.plain-database", "true");
    assertThat(brokenKeys(settings)).containsExactly("payment.redis.uri");
    settings.put("payment.security.plain-redis", "true");

    SettingsCheck.check(environment(settings, "production"));
  }

  /** Nothing is set but what is for development: all is named at once. */
  @Test
  void allThatIsWrongIsToldAtOnceWithWhatIsMissing() {
    Map<String, Object> settings =
        Map.of(
            "spring.datasource.url", "jdbc:mysql://db/payment",
            "payment.redis.uri", "redis://redis:6379",
            "payment.callback.max-skew", "0",
            "payment.mock.signature-endpoint", "true");

    assertThat(brokenKeys(settings))
        .containsExactlyInAnyOrder(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "payment.rocketmq.name-server",
            "payment.redis.uri",
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
    SettingsCheck.check(environment(settings, "production"));
    settings.keySet().removeIf(name -> name.startsWith("payment.security"));

    assertThat(brokenKeys(settings, "staging")).containsExactly(key);
    settings.put(key, "127.0.0.1");
    SettingsCheck.check(environment(settings, "staging"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8085", ""})
  void operatorsHaveAPortOfTheirOwn(String operators) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("server.port", "8085");
    settings.put("management.server.port", operators);

    assertThat(brokenKeys(settings)).containsExactly("management.server.port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.security.clients[0].key-sha256",
        "payment.security.clients",
        "payment.callback.keys"
      })
  void aSecretInTheWrongPlaceIsNotTold(String key) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.keySet().removeIf(name -> name.startsWith(key + "["));
    settings.put(key, "hush");

    Throwable refused =
        catchThrowable(() -> SettingsCheck.check(environment(settings, "production")));
    assertThat(refused).hasMessageContaining(key + " must ").hasMessageNotContaining("hush");
  }

  private static List<String> brokenKeys(Map<String, Object> settings) {
    return brokenKeys(settings, "production");
  }

  private static List<String> brokenKeys(Map<String, Object> settings, String profile) {
    Throwable refused = catchThrowable(() -> SettingsCheck.check(environment(settings, profile)));
    assertThat(refused).isInstanceOf(StartRefused.class);
    return String.valueOf(refused.getMessage())
        .lines()
        .skip(2)
        .map(line -> line.strip().split(" ", 2)[0])
        .toList();
  }

  private static StandardEnvironment environment(Map<String, Object> settings, String profile) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    environment.setActiveProfiles(profile);
    return environment;
  }
}
