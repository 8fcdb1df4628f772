package com.yuge.payment.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** What development makes easy, and what must not be where real money is about. */
final class ProductionRules {
  /** They are in the walk-through and the development profile: the whole world can sign by them. */
  private static final Set<String> PUBLIC_SECRETS =
      Set.of("ymall-payment-secret-key-2024", "development-only-callback-key-0001");

  private static final int LEAST_SECRET_BYTES = 32;

  private static final String MD5_ACCEPTED = "payment.callback.md5-accepted";

  private final FoundSettings settings;
  private final List<String> broken = new ArrayList<>();

  private ProductionRules(FoundSettings settings) {
    this.settings = settings;
  }

  /**
   * In the profile production always; else wherever others than this machine get here, whatever the
   * profile is called, unless it is a trial.
   */
  static boolean hold(ConfigurableEnvironment environment, FoundSettings settings) {
    return environment.matchesProfiles("production")
        || !(AddressRules.isLoopbackAlone(settings) || TrialRules.isTrial(settings));
  }

  /** What is otherwise where nothing is said. */
  static void setDefaults(ConfigurableEnvironment environment) {
    DefaultPropertiesPropertySource.addOrMerge(
        Map.of(MD5_ACCEPTED, "false"), environment.getPropertySources());
  }

  /** One a line: the key, a blank, the rule. */
  static List<String> broken(FoundSettings settings) {
    ProductionRules rules = new ProductionRules(settings);
    rules.callers();
    rules.callbacks();
    rules.network();
    return rules.broken;
  }

  private void callers() {
    refuse(TrialRules.isTrial(settings), TrialRules.TRIAL + " must be false in profile production");
    refuse(
        !settings.hasClients(),
        "payment.security.clients must give at least one client a key in production");
  }

  private void callbacks() {
    refuse(
        settings.texts("payment.callback-secret").stream().anyMatch(ProductionRules::isWeak),
        "payment.callback-secret must hold no secret under 32 bytes in production, and not the"
            + " one of development");
    List<String> keys = settings.callbackKeySecrets();
    refuse(
        keys.stream().anyMatch(ProductionRules::isWeak),
        "payment.callback.keys must hold no secret under 32 bytes in production, and not the one"
            + " of development");
    refuse(
        keys.isEmpty() && !settings.flag(MD5_ACCEPTED, false),
        "payment.callback.keys must hold a key in production, unless"
            + " payment.callback.md5-accepted is true");
    refuse(
        settings.duration("payment.callback.max-skew").filter(Duration::isZero).isPresent(),
        "payment.callback.max-skew must not be 0 (off) in production");
    refuse(
        settings.flag("payment.mock.enabled", true),
        "payment.mock.enabled must be false in production");
    refuse(
        settings.flag("payment.mock.signature-endpoint", false),
        "payment.mock.signature-endpoint must be false in production");
  }

  private void network() {
    refuse(
        !settings.flag("payment.security.plain-database", false)
            && settings
                .text("spring.datasource.url")
                .filter(TransportRules::isPlainDatabase)
                .isPresent(),
        "spring.datasource.url must have sslMode=VERIFY_IDENTITY, VERIFY_CA or REQUIRED in"
            + " production, for a database on another machine, or"
            + " payment.security.plain-database be true");
    refuse(
        !settings.flag("payment.security.plain-redis", false)
            && settings.uri("payment.redis.uri").filter(TransportRules::isPlainRedis).isPresent(),
        "payment.redis.uri must be rediss://host:port in production, for a Redis on another"
            + " machine, or payment.security.plain-redis be true");
  }

  private void refuse(boolean wrong, String rule) {
    if (wrong) {
      broken.add(rule);
    }
  }

  private static boolean isWeak(String secret) {
    return PUBLIC_SECRETS.contains(secret)
        || secret.getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET_BYTES;
  }
}
