package com.yuge.payment.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.devstack.ServerCertificate;
import com.yuge.payment.out.channel.ChannelConfiguration;
import com.yuge.payment.out.channel.ChannelSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class SettingsCheckTest {
  private static final Map<String, Object> GOOD =
      Map.of(
          "spring.datasource.url", "jdbc:mysql://127.0.0.1:3306/payment",
          "spring.datasource.username", "payment",
          "spring.datasource.password", "",
          "payment.callback-secret", "one,two",
          "payment.rocketmq.name-server", "127.0.0.1:9876;127.0.0.2:9876",
          "payment.redis.uri", "redis://127.0.0.1:6379");

  private static final String KEYSTORE = "spring.ssl.bundle.pem.mq.keystore.certificate";
  private static final String TRUSTSTORE = "spring.ssl.bundle.pem.mq.truststore.certificate";

  private final Map<String, Object> settings = new HashMap<>(GOOD);

  @Test
  void goodSettingsPass(CapturedOutput output) {
    passes();

    assertThat(output).doesNotContain("WARN", "HV0");
  }

  /** As they stood in the service before this one. */
  @Test
  void theFirstServicesSettingsPass() {
    settings.put("payment.callback-secret", "ymall-payment-secret-key-2024");
    settings.put("payment.timeout-minutes", "30");
    settings.put("payment.reconcile.scan-interval", "60");
    settings.put("payment.reconcile.timeout-threshold-minutes", "5");
    settings.put("payment.reconcile.batch-size", "100");

    passes();
  }

  @Test
  void everyMissingSettingIsNamedOnce() {
    assertThat(CheckedSettings.of(Map.of()).brokenRules())
        .hasSize(6)
        .allMatch(line -> line.endsWith(" must be set"))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrderElementsOf(GOOD.keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "payment.timeout-minutes, 0",
    "payment.timeout-minutes, many",
    "payment.subject, ' '",
    "payment.time-zone, Nowhere",
    "payment.start.wait, soon",
    "payment.redis.uri, redis://nowhere",
    "payment.redis.uri, 'redis://a:{b}@[c'",
    "payment.redis.hint-channel, a b",
    "payment.redis.timeout, 0",
    "payment.rocketmq.name-server, nowhere",
    "payment.rocketmq.topic, a b",
    "payment.slots, 0-100",
    "payment.slots, 9-3",
    "payment.callback.max-skew, -1s",
    "payment.callback-secret, 'one,,two'",
    "payment.rate-limit.client-per-second, -1",
    "payment.money.overdue-after, 1s",
    "payment.refund.workers, 0",
    "payment.refund.late.delay, -1s",
    "payment.refund.late.delay, 31d",
    "payment.refund.late.max-amount, 0",
    "payment.refund.late.max-amount, 1.001",
    "payment.refund.late.max-amount, 10000000000",
    "payment.refund.late.max-amount, much",
    "payment.transaction.timeout, 2m",
    "payment.outbox.workers, 0",
    "payment.outbox.lease, abc",
    "payment.outbox.lease, 900ms",
    "payment.outbox.poll-max, 1ms",
    "payment.outbox.backoff-max, 1ms",
    "payment.outbox.retention, 1m",
    "payment.outbox.count-limit, 0",
    "payment.mock.deadline, 1s",
    "payment.channel.breaker-calls, 1",
    "payment.security.clients[0].roles, admin",
    "server.port, 65536",
    "server.max-http-request-header-size, 1KB",
    "server.max-http-request-header-size, 65KB",
    "server.tomcat.threads.max, 0",
    "server.tomcat.threads.max, 10001",
    "server.tomcat.connection-timeout, -1",
    "server.tomcat.keep-alive-timeout, 6m",
    "management.server.port, -2",
    "spring.datasource.hikari.maximum-pool-size, 1",
    "spring.datasource.hikari.maximum-pool-size, 1001",
    "spring.datasource.username, ' '",
    "spring.datasource.url, jdbc:mysql://127.0.0.1:3306"
  })
  void aWrongOneIsNamed(String key, String value) {
    settings.put(key, value);

    assertThat(CheckedSettings.of(settings).brokenKeys()).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource({
    "payment.rocketmq.access-key, payment.rocketmq.secret-key",
    "payment.rocketmq.secret-key, payment.rocketmq.access-key"
  })
  void ofTwoKeysTheMissingOneIsNamed(String there, String missing) {
    settings.put(there, "proper-key-0001");
    assertThat(CheckedSettings.of(settings).brokenKeys()).containsExactly(missing);
    settings.put(missing, " ");
    assertThat(CheckedSettings.of(settings).brokenKeys()).containsExactly(missing);
    assertThat(CheckedSettings.of(settings).refused())
        .hasStackTraceContaining("belong together")
        .extracting(Throwable::getMessage, STRING)
        .doesNotContain("proper-key-0001");
    settings.put(missing, "proper-key-0002");

    passes();
  }

  @Test
  void sentinelsHaveANameAndAddresses() {
    settings.put("payment.redis.sentinel.master", "payment");
    assertThat(CheckedSettings.of(settings).brokenKeys())
        .containsExactly("payment.redis.sentinel.nodes");
    assertThat(CheckedSettings.of(settings).refused())
        .hasStackTraceContaining("sentinel.master and sentinel.nodes belong together");
    settings.put("payment.redis.sentinel.nodes", "127.0.0.1:26379,nowhere");
    assertThat(CheckedSettings.of(settings).brokenKeys())
        .containsExactly("payment.redis.sentinel.nodes[1]");
    assertThat(CheckedSettings.of(settings).refused())
        .hasStackTraceContaining("must be host:port, several separated by commas");
    settings.put("payment.redis.sentinel.nodes", "127.0.0.1:26379,127.0.0.1:26380");
    passes();
    settings.put("payment.redis.sentinel.username", "payment");
    assertThat(CheckedSettings.of(settings).brokenKeys())
        .containsExactly("payment.redis.sentinel.password");
    settings.put("payment.redis.sentinel.password", "proper-key-0001");
    passes();
    settings.remove("payment.redis.sentinel.master");

    assertThat(CheckedSettings.of(settings).brokenKeys())
        .containsExactly("payment.redis.sentinel.master");
  }

  @Test
  void aBundleForRocketMqHasATruststoreAndCanBeRead(@TempDir Path folder) {
    settings.put("payment.rocketmq.ssl-bundle", "mq");
    assertThat(bundleRule()).endsWith("'mq' cannot be found");
    settings.put(KEYSTORE, "file:" + folder + "/none.crt");
    settings.put(TRUSTSTORE, "file:" + ServerCertificate.create(folder, "mq").certificate());
    assertThat(bundleRule()).contains("none.crt");
    settings.remove(KEYSTORE);
    passes();
    settings.remove(TRUSTSTORE);
    settings.put("spring.ssl.bundle.pem.mq.options.ciphers", "TLS_AES_128_GCM_SHA256");

    assertThat(bundleRule()).endsWith("mq has no truststore");
  }

  private String bundleRule() {
    String rule = CheckedSettings.of(settings).brokenRules().get(0);
    assertThat(rule).startsWith("payment.rocketmq.ssl-bundle must name a bundle");
    return rule;
  }

  @Test
  void theWaitForTheDatabaseIsNamedByItsKey() {
    settings.put("payment.start.wait", "1ms");

    assertThat(CheckedSettings.of(settings).refused())
        .hasStackTraceContaining("payment.start.wait must be 100ms to 1h");
  }

  @Test
  void allOfOneRecordAreToldTogether() {
    settings.put("payment.outbox.workers", "0");
    settings.put("payment.outbox.batch-size", "0");
    settings.put("payment.outbox.batch-bytes", "1");
    settings.put("payment.outbox.poll-min", "0");
    settings.put("payment.outbox.lease", "0s");

    assertThat(CheckedSettings.of(settings).brokenKeys())
        .containsExactlyInAnyOrder(
            "payment.outbox.workers",
            "payment.outbox.batch-size",
            "payment.outbox.batch-bytes",
            "payment.outbox.poll-min",
            "payment.outbox.lease");
  }

  /** Tomcat would take -1 for no bound. */
  @Test
  void noConnectionIsUnbounded() {
    for (String key : List.of("max-connections", "accept-count", "max-keep-alive-requests")) {
      settings.put("server.tomcat." + key, "-1");
    }
    settings.put("server.tomcat.connection-timeout", "-1ms");
    settings.put("server.tomcat.keep-alive-timeout", "-1ms");

    assertThat(CheckedSettings.of(settings).brokenKeys())
        .containsExactlyInAnyOrder(
            "server.tomcat.max-connections",
            "server.tomcat.accept-count",
            "server.tomcat.max-keep-alive-requests",
            "server.tomcat.connection-timeout",
            "server.tomcat.keep-alive-timeout");
  }

  /** Whether the longest pause is longer than one that is wrong itself is no matter. */
  @Test
  void aRuleAboutAWrongSettingIsNotHeldAgainstAnother() {
    settings.put("payment.outbox.poll-min", "2h");

    assertThat(CheckedSettings.of(settings).brokenKeys())
        .containsExactly("payment.outbox.poll-min");
  }

  @Test
  void anOrderIsHeldForAsLongAsACheckMayTake() {
    settings.put("payment.reconcile.hold", "39s");
    passes();

    settings.put("payment.reconcile.hold", "38s");
    assertThat(CheckedSettings.of(settings).brokenRules())
        .containsExactly(
            "payment.reconcile.hold must be at least 39s: 3 calls of payment.mock.deadline (5s),"
                + " and 24s for the database");

    settings.put("payment.mock.enabled", "false");
    passes();
  }

  @Test
  void aRefundIsHeldForAsLongAsAStepMayTake() {
    settings.put("payment.refund.hold", "17s");
    passes();

    settings.put("payment.refund.hold", "16s");
    assertThat(CheckedSettings.of(settings).brokenRules())
        .containsExactly(
            "payment.refund.hold must be at least 17s: a call of payment.mock.deadline (5s), and"
                + " 12s for the database");
  }

  /** The rules about channels ask for it. */
  @Test
  void everyChannelTellsItsSettings() {
    Import channels = ChannelConfiguration.class.getAnnotation(Import.class);

    assertThat(Objects.requireNonNull(channels).value())
        .isNotEmpty()
        .allMatch(channel -> settings(channel).anyMatch(ChannelSettings.class::isAssignableFrom));
  }

  private static Stream<Class<?>> settings(Class<?> channel) {
    return Stream.ofNullable(channel.getAnnotation(EnableConfigurationProperties.class))
        .flatMap(enabled -> Stream.of(enabled.value()));
  }

  @Test
  void aLongerDeadlineOfAChannelNeedsLongerHolds() {
    settings.put("payment.mock.deadline", "1m");

    assertThat(CheckedSettings.of(settings).brokenRules())
        .extracting(rule -> rule.split(":", 2)[0])
        .containsExactlyInAnyOrder(
            "payment.reconcile.hold must be at least 3m24s",
            "payment.refund.hold must be at least 1m12s");
  }

  @Test
  void recordsAreKeptForAsLongAsTheChannelIsAskedAfterAnEnd() {
    settings.put("payment.retention.callback-log", "71h");
    settings.put("payment.retention.refused-callbacks", "71h");
    settings.put("payment.retention.reconcile-audit", "71h");
    settings.put("payment.retention.outbox-audit", "24h");

    assertThat(CheckedSettings.of(settings).brokenRules())
        .hasSize(3)
        .allMatch(
            line -> line.endsWith(" must be at least 3d, the last of payment.reconcile.after-end"))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "payment.retention.callback-log",
            "payment.retention.refused-callbacks",
            "payment.retention.reconcile-audit");

    settings.put("payment.reconcile.after-end", "1h");
    passes();
  }

  @Test
  void eventsAreKeptForTheirAuditWhereThereIsOne() {
    settings.put("payment.outbox.retention", "71h");

    assertThat(CheckedSettings.of(settings).brokenRules())
        .containsExactly(
            "payment.outbox.retention must be at least 3d where payment.audit.enabled is true");

    settings.put("payment.audit.enabled", "false");
    passes();
    settings.put("payment.audit.enabled", "true");
    settings.put("payment.outbox.retention", "3d");
    passes();
  }

  @Test
  void callbacksAreKeptForAsLongAsTheyCanBeReplayed() {
    settings.put("payment.callback.max-skew", "91d");

    assertThat(CheckedSettings.of(settings).brokenRules())
        .containsExactly(
            "payment.retention.callback-log must be at least 182d, twice payment.callback.max-skew");
  }

  @Test
  void everySettingOfRetentionHasItsBounds() {
    settings.put("payment.retention.callback-log", "23h");
    settings.put("payment.retention.refused-callbacks", "0");
    settings.put("payment.retention.reconcile-audit", "3651d");
    settings.put("payment.retention.outbox-audit", "-1d");
    settings.put("payment.retention.chunk", "0");
    settings.put("payment.retention.pause", "0");
    settings.put("payment.retention.interval", "2h");

    assertThat(CheckedSettings.of(settings).brokenKeys()).hasSize(7);
  }

  @Test
  void environmentVariablesCountAndAreNamed() {
    Map<String, Object> variables = new HashMap<>();
    GOOD.forEach(
        (key, value) ->
            variables.put(key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
    CheckedSettings.ofVariables(variables).pass();

    variables.put("PAYMENT_TIMEOUTMINUTES", "0");
    assertThat(CheckedSettings.ofVariables(variables).refused())
        .hasStackTraceContaining("PAYMENT_TIMEOUTMINUTES");
  }

  @Test
  void theServiceEndsWithAMessageAndWithoutAStackTrace(CapturedOutput output) {
    Throwable refused = catchThrowable(() -> PaymentApplication.main(new String[0]));

    assertThat(refused).isInstanceOf(StartupException.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "Settings missing or wrong: 6")
        .doesNotContain("\tat ", "Tomcat", "HikariPool");
  }

  /** Key, value, origin and reason of each, by Spring Boot. */
  @Test
  void soItDoesWhenSomeAreWrong(CapturedOutput output) {
    settings.put("payment.outbox.workers", "0");
    settings.put("payment.outbox.batch-size", "0");

    assertThat(start()).isNotNull();
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "payment.outbox.workers", "Value: \"0\"")
        .contains("payment.outbox.batchSize", "from property source \"commandLineArgs\"")
        .doesNotContain("\tat ", "Tomcat", "HikariPool", "Waiting for the database");
  }

  @ParameterizedTest
  @CsvSource({
    "payment.callback-secret, 'hush,,hush'",
    "payment.redis.uri, redis://:hush@",
    "payment.redis.uri, 'redis://:hush@[c'",
    "payment.redis.sentinel.password, hush",
    "spring.datasource.url, jdbc:h2:mem?password=hush",
    "payment.callback.keys, hush",
    "payment.callback.keys[0].secret, hush",
    "payment.callback.keys[1].secret, hush",
    "payment.security.clients, hush",
    "payment.security.clients[0].key-sha256, hush",
    "payment.security.clients[0].key-sha256[1], hush"
  })
  void secretsAreNotTold(String key, String value, CapturedOutput output) {
    settings.put("spring.datasource.password", "hush");
    settings.put(key, value);

    assertThat(start()).isNotNull();
    assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("hush", "\tat ");
  }

  private void passes() {
    CheckedSettings.of(settings).pass();
  }

  private Throwable start() {
    return catchThrowable(
        () ->
            PaymentApplication.main(
                settings.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new)));
  }
}
