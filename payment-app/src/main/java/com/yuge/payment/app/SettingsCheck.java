package com.yuge.payment.app;

import com.yuge.payment.in.callback.CallbackProperties;
import com.yuge.payment.in.job.ReconcileProperties;
import com.yuge.payment.in.ops.MoneyWatchProperties;
import com.yuge.payment.in.security.SecurityProperties;
import com.yuge.payment.in.web.HttpProperties;
import com.yuge.payment.in.web.RateLimitProperties;
import com.yuge.payment.out.channel.ChannelProperties;
import com.yuge.payment.out.jdbc.TransactionProperties;
import com.yuge.payment.out.outbox.OutboxProperties;
import com.yuge.payment.out.outbox.OutboxUpkeepProperties;
import com.yuge.payment.out.outbox.RetentionProperties;
import com.yuge.payment.out.redis.RedisProperties;
import com.yuge.payment.out.rocketmq.RocketMqProperties;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/** Tries all settings before anything starts, so that one look shows everything that is wrong. */
public final class SettingsCheck
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final Logger log = LoggerFactory.getLogger(SettingsCheck.class);

  private static final String ACTION =
      "Set them by command line (--payment.redis.uri=...), environment (PAYMENT_REDIS_URI=...)"
          + " or application.yml; README.md lists them under Configuration.";

  private static final String WHY_PRODUCTION =
      " The rules for production hold in the profile production, and wherever the service listens on"
          + " more than loopback, unless payment.trial=true says that no real money is about.";

  static final List<Class<? extends Record>> ALL =
      Stream.concat(
              Stream.of(
                  ServerProperties.class,
                  TomcatProperties.class,
                  HttpProperties.class,
                  ManagementProperties.class,
                  SecurityProperties.class,
                  DatabaseProperties.class,
                  PaymentProperties.class,
                  StartProperties.class,
                  CallbackProperties.class,
                  RateLimitProperties.class,
                  ReconcileProperties.class,
                  MoneyWatchProperties.class,
                  ChannelProperties.class,
                  RocketMqProperties.class,
                  RedisProperties.class,
                  OutboxProperties.class,
                  TransactionProperties.class,
                  OutboxUpkeepProperties.class,
                  RetentionProperties.class),
              SettingsOfChannels.all())
          .toList();

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    check(event.getEnvironment());
  }

  /** Throws {@link StartRefused}, which names every setting that is missing or wrong. */
  public static void check(ConfigurableEnvironment environment) {
    BrokenSettings broken = new BrokenSettings(environment);
    ALL.forEach(broken::lookIn);
    FoundSettings found = new FoundSettings(environment);
    AddressRules.broken(found).forEach(broken::noteRule);
    DevelopmentRules.broken(found).forEach(broken::noteRule);
    HoldRule.broken(found).forEach(broken::noteRule);
    RetentionRules.broken(found).forEach(broken::noteRule);
    TrialRules.broken(found, SettingsOfChannels.found(found)).forEach(broken::noteRule);
    boolean production = ProductionRules.hold(environment, found);
    if (production) {
      ProductionRules.broken(found).forEach(broken::noteRule);
      ProductionRules.setDefaults(environment);
    }
    refuse(broken.lines(), production ? ACTION + WHY_PRODUCTION : ACTION);
    if (TrialRules.isTrial(found)) {
      log.warn(
          "TRIAL: no rule for production holds (payment.trial), so no real money may come here");
    }
  }

  private static void refuse(List<String> lines, String action) {
    if (!lines.isEmpty()) {
      String all = String.join(System.lineSeparator() + "  ", lines);
      throw new StartRefused(
          "Settings missing or wrong: %d. Nothing was started.%n%n  %s"
              .formatted(lines.size(), all),
          action);
    }
  }
}
