package com.yuge.payment.app.settings;

import com.yuge.payment.in.security.SecurityProperties;
import com.yuge.payment.out.Secret;
import com.yuge.payment.out.channel.mock.MockCallbackProperties;
import com.yuge.payment.out.channel.mock.MockChannelProperties;
import com.yuge.payment.out.redis.RedisProperties;
import com.yuge.payment.out.rocketmq.RocketMqProperties;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Forbids settings that are convenient in development and unsafe with real money. */
final class ProductionRules {
  /** The secrets in the walk-through and in the development profile. Anybody can sign with them. */
  private static final Set<String> PUBLIC_SECRETS =
      Set.of("ymall-payment-secret-key-2024", "development-only-callback-key-0001");

  private static final int LEAST_SECRET_BYTES = 32;

  private static final String MD5_ACCEPTED = "payment.callback.md5-accepted";

  private final ApplicationContext settings;
  private final SecurityProperties security;
  private final MockCallbackProperties callbacks;
  private final List<String> broken = new ArrayList<>();

  private ProductionRules(ApplicationContext settings) {
    this.settings = settings;
    this.security = settings.getBean(SecurityProperties.class);
    this.callbacks = settings.getBean(MockCallbackProperties.class);
  }

  /**
   * Returns whether the rules apply: always in the profile production; otherwise if other machines
   * can connect and the run is not a trial.
   */
  static boolean hold(ApplicationContext settings) {
    return settings.getEnvironment().matchesProfiles("production")
        || !(AddressRules.isLoopbackAlone(settings) || TrialRules.isTrial(settings));
  }

  /** Sets the defaults that differ in production. */
  static void setDefaults(ConfigurableEnvironment environment) {
    DefaultPropertiesPropertySource.addOrMerge(
        Map.of(MD5_ACCEPTED, "false"), environment.getPropertySources());
  }

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    ProductionRules rules = new ProductionRules(settings);
    rules.callers();
    rules.callbacks();
    rules.network();
    rules.broken.addAll(ChannelRules.brokenInProduction(settings));
    return rules.broken;
  }

  private void callers() {
    refuse(TrialRules.isTrial(settings), TrialRules.TRIAL + " must be false in profile production");
    refuse(
        security.isOpen(),
        "payment.security.clients must give at least one client a key in production");
  }

  private void callbacks() {
    List<MockCallbackProperties.Key> keys = callbacks.callback().keys();
    refuse(
        callbacks.callbackSecret().stream().anyMatch(ProductionRules::isWeak),
        "payment.callback-secret must hold no secret under 32 bytes in production, and not the"
            + " one of development");
    refuse(
        keys.stream().map(MockCallbackProperties.Key::secret).anyMatch(ProductionRules::isWeak),
        "payment.callback.keys must hold no secret under 32 bytes in production, and not the one"
            + " of development");
    refuse(
        settings.getBean(MockChannelProperties.class).enabled()
            && keys.isEmpty()
            && !settings.getEnvironment().getProperty(MD5_ACCEPTED, Boolean.class, false),
        "payment.callback.keys must hold a key in production, unless"
            + " payment.callback.md5-accepted is true");
    refuse(
        callbacks.callback().maxSkew().isZero(),
        "payment.callback.max-skew must not be 0 (off) in production");
    refuse(
        settings.getBean(MockChannelProperties.class).enabled(),
        "payment.mock.enabled must be false in production");
    refuse(
        callbacks.mock().signatureEndpoint(),
        "payment.mock.signature-endpoint must be false in production");
  }

  private void network() {
    refuse(
        !security.plainDatabase() && TransportRules.isPlainDatabase(databaseUrl()),
        "spring.datasource.url must have sslMode=VERIFY_IDENTITY, VERIFY_CA or REQUIRED in"
            + " production, for a database on another machine, or"
            + " payment.security.plain-database be true");
    RedisProperties redis = settings.getBean(RedisProperties.class);
    refuse(
        !security.plainRedis()
            && TransportRules.isPlainRedis(redis.address(), redis.sentinelNodes()),
        "payment.redis.uri must be rediss://host:port in production, for a Redis or a Sentinel on"
            + " another machine, or payment.security.plain-redis be true");
    RocketMqProperties broker = settings.getBean(RocketMqProperties.class);
    refuse(
        !security.plainRocketmq()
            && broker.sslBundle() == null
            && TransportRules.isElsewhere(broker.nameServer()),
        "payment.rocketmq.ssl-bundle must be set in production, for a name server on another"
            + " machine, or payment.security.plain-rocketmq be true");
  }

  private String databaseUrl() {
    return String.valueOf(settings.getBean(DataSourceProperties.class).getUrl());
  }

  private void refuse(boolean wrong, String rule) {
    if (wrong) {
      broken.add(rule);
    }
  }

  private static boolean isWeak(Secret secret) {
    return PUBLIC_SECRETS.contains(secret.text())
        || secret.text().getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET_BYTES;
  }
}
