package com.yuge.payment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.yuge.payment.out.channel.ChannelSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

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

  @Test
  void goodSettingsPass() {
    SettingsCheck.check(environment(GOOD));
  }

  /** As they stood in the service before this one. */
  @Test
  void theFirstServicesSettingsPass() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.callback-secret", "ymall-payment-secret-key-2024");
    settings.put("payment.timeout-minutes", "30");
    settings.put("payment.reconcile.scan-interval", "60");
    settings.put("payment.reconcile.timeout-threshold-minutes", "5");
    settings.put("payment.reconcile.batch-size", "100");

    SettingsCheck.check(environment(settings));
  }

  @Test
  void everyMissingSettingIsNamedOnce() {
    assertThat(brokenLines(Map.of()))
        .hasSize(6)
        .allMatch(line -> line.endsWith("; it is not set"))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrderElementsOf(GOOD.keySet());
  }

  @Test
  void wrongTypesMissingAndOutOfRangeAreToldTogether() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.remove("payment.redis.uri");
    settings.put("payment.outbox.lease", "abc");
    settings.put("payment.timeout-minutes", "0");

    assertThat(brokenLines(settings))
        .containsExactlyInAnyOrder(
            "payment.redis.uri must be redis://host:port or rediss://host:port; it is not set",
            "payment.outbox.lease must be a duration such as 500ms, 10s or 5m; it is 'abc', from"
                + " \"payment.outbox.lease\" from property source \"test\"",
            "payment.timeout-minutes must be 1 to 43200; it is '0', from"
                + " \"payment.timeout-minutes\" from property source \"test\"");
  }

  @Test
  void severalOfOneRecordAreToldTogether() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.outbox.workers", "0");
    settings.put("payment.outbox.batch-size", "many");
    settings.put("payment.outbox.poll-min", "soon");
    settings.put("payment.redis.hint-channel", "a b");
    settings.put("payment.callback.max-skew", "-1s");
    settings.put("payment.callback-secret", "one,,two");
    settings.put("payment.time-zone", "Nowhere");
    settings.put("server.port", "65536");
    settings.put("spring.datasource.hikari.maximum-pool-size", "1");

    assertThat(brokenLines(settings))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "server.port",
            "spring.datasource.hikari.maximum-pool-size",
            "payment.time-zone",
            "payment.callback-secret",
            "payment.callback.max-skew",
            "payment.redis.hint-channel",
            "payment.outbox.workers",
            "payment.outbox.batch-size",
            "payment.outbox.poll-min");
  }

  /** Whether the lease outlasts a timeout that cannot be read is not known. */
  @Test
  void aRuleAboutABrokenSettingIsNotHeldAgainstAnother() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.outbox.send-timeout", "abc");
    settings.put("payment.outbox.lease", "5s");

    assertThat(brokenLines(settings))
        .singleElement()
        .asString()
        .startsWith("payment.outbox.send-timeout");
  }

  @Test
  void anOrderIsHeldForAsLongAsALookMayTake() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.reconcile.hold", "39s");
    SettingsCheck.check(environment(settings));

    settings.put("payment.reconcile.hold", "38s");
    assertThat(brokenLines(settings))
        .singleElement()
        .asString()
        .startsWith(
            "payment.reconcile.hold must be at least 39s: 3 calls of payment.mock.deadline (5s),"
                + " and 24s for the database; it is '38s'");

    settings.put("payment.mock.enabled", "false");
    SettingsCheck.check(environment(settings));
  }

  @Test
  void everyChannelSaysHowLongACallMayTake() {
    assertThat(SettingsOfChannels.all())
        .isNotEmpty()
        .allMatch(ChannelSettings.class::isAssignableFrom);
  }

  @Test
  void aLongerDeadlineOfAChannelNeedsALongerHold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.mock.deadline", "1m");

    assertThat(brokenLines(settings))
        .singleElement()
        .asString()
        .startsWith("payment.reconcile.hold must be at least 3m24s")
        .endsWith("it is not set");
  }

  /** As long as nobody knows how long a call may take. */
  @Test
  void aBrokenDeadlineIsNotHeldAgainstTheHold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.mock.deadline", "2m");
    settings.put("payment.reconcile.hold", "10s");

    assertThat(brokenLines(settings))
        .singleElement()
        .asString()
        .startsWith("payment.mock.deadline must be");
  }

  @Test
  void recordsAreKeptForAsLongAsTheChannelIsAskedAfterAnEnd() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.retention.callback-log", "71h");
    settings.put("payment.retention.refused-callbacks", "71h");
    settings.put("payment.retention.reconcile-audit", "71h");
    settings.put("payment.retention.outbox-audit", "24h");

    assertThat(brokenLines(settings))
        .hasSize(3)
        .allMatch(
            line -> line.contains(" must be at least 3d, the last of payment.reconcile.after-end;"))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "payment.retention.callback-log",
            "payment.retention.refused-callbacks",
            "payment.retention.reconcile-audit");

    settings.put("payment.reconcile.after-end", "1h");
    SettingsCheck.check(environment(settings));
  }

  @Test
  void callbacksAreKeptForAsLongAsTheyCanBeReplayed() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.callback.max-skew", "91d");

    assertThat(brokenLines(settings))
        .singleElement()
        .asString()
        .startsWith(
            "payment.retention.callback-log must be at least 182d, twice payment.callback.max-skew");
  }

  @Test
  void everySettingOfRetentionHasItsBounds() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.retention.callback-log", "23h");
    settings.put("payment.retention.refused-callbacks", "0");
    settings.put("payment.retention.reconcile-audit", "3651d");
    settings.put("payment.retention.outbox-audit", "-1d");
    settings.put("payment.retention.chunk", "0");
    settings.put("payment.retention.pause", "0");
    settings.put("payment.retention.interval", "2h");

    assertThat(brokenLines(settings)).hasSize(7).allMatch(line -> line.contains(" must be 1"));
  }

  @Test
  void nobodySignsWithoutASecret() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.mock.signature-endpoint", "true");
    SettingsCheck.check(environment(settings));

    settings.remove("payment.callback-secret");
    settings.put("payment.callback.keys[0].id", "key-1");
    settings.put("payment.callback.keys[0].secret", "0123456789abcdef");

    assertThat(brokenLines(settings))
        .singleElement()
        .asString()
        .startsWith("payment.mock.signature-endpoint must be false without");
  }

  @Test
  void environmentVariablesCountAndAreNamed() {
    Map<String, Object> variables = new HashMap<>();
    GOOD.forEach(
        (key, value) ->
            variables.put(key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
    SettingsCheck.check(environmentOfVariables(variables));

    variables.put("PAYMENT_TIMEOUTMINUTES", "abc");
    assertThatThrownBy(() -> SettingsCheck.check(environmentOfVariables(variables)))
        .hasMessageContaining("payment.timeout-minutes must be a whole number")
        .hasMessageContaining("it is 'abc', from \"PAYMENT_TIMEOUTMINUTES\"");
  }

  @Test
  void secretsAreNotTold() {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put("payment.callback-secret", "hush,,");
    settings.put("payment.redis.uri", "redis://:hush@");
    settings.put("spring.datasource.url", "jdbc:h2:mem?password=hush");

    assertThat(brokenLines(settings))
        .hasSize(3)
        .allMatch(line -> line.contains("; it is not shown"))
        .noneMatch(line -> line.contains("hush"));
  }

  @Test
  void theServiceEndsWithAMessageAndWithoutAStackTrace(CapturedOutput output) {
    Throwable refused =
        catchThrowable(() -> PaymentApplication.main(new String[] {"--server.port=x"}));

    assertThat(refused).isInstanceOf(StartRefused.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "Settings missing or wrong: 7", "server.port must")
        .doesNotContain("\tat ", "Tomcat", "HikariPool");
  }

  @Test
  void everyRecordOfSettingsIsLookedInto() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("com.yuge.payment")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                    .map(type -> type.reflect().getName()))
        .containsExactlyInAnyOrderElementsOf(
            SettingsCheck.ALL.stream().<String>map(Class::getName).toList());
  }

  private static List<String> brokenLines(Map<String, Object> settings) {
    Throwable refused = catchThrowable(() -> SettingsCheck.check(environment(settings)));
    assertThat(refused).isInstanceOf(StartRefused.class);
    return String.valueOf(refused.getMessage()).lines().skip(2).map(String::strip).toList();
  }

  private static StandardEnvironment environment(Map<String, Object> settings) {
    StandardEnvironment environment = environmentOfVariables(Map.of());
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return environment;
  }

  private static StandardEnvironment environmentOfVariables(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    return environment;
  }
}
