package com.yuge.payment.app.settings;

import static org.springframework.context.support.AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;

import com.zaxxer.hikari.HikariConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.validation.Validator;

/**
 * Checks all settings before anything starts, listens or connects, in a separate context. Spring
 * Boot reports invalid values as usual. The rules between settings are checked next.
 */
public final class SettingsCheck
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final Logger log = LoggerFactory.getLogger(SettingsCheck.class);

  private static final String ACTION =
      "Set them by command line (--payment.redis.uri=...), environment (PAYMENT_REDIS_URI=...)"
          + " or application.yml; payment-app/README.md lists them under Configuration.";

  private static final String WHY_PRODUCTION =
      " The rules for production apply in the profile production, and if the service listens on"
          + " more than loopback, unless payment.trial=true states that no real money is used.";

  private static final List<String> REQUIRED =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "payment.rocketmq.name-server",
          "payment.redis.uri");

  /** The packages with settings, and the bundles of certificates that settings name. */
  @ImportAutoConfiguration(SslAutoConfiguration.class)
  @ConfigurationPropertiesScan({
    "com.yuge.payment.app.settings",
    "com.yuge.payment.in",
    "com.yuge.payment.out"
  })
  @EnableConfigurationProperties({
    DataSourceProperties.class,
    ManagementServerProperties.class,
    ServerProperties.class,
    TomcatServerProperties.class
  })
  static class AllSettings {
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariConfig pool() {
      return new HikariConfig();
    }

    /** Spring's own would end a class-archiving run here, before most classes are loaded. */
    @Bean(LIFECYCLE_PROCESSOR_BEAN_NAME)
    DefaultLifecycleProcessor nothingStarts() {
      return new DefaultLifecycleProcessor() {
        @Override
        public void onRefresh() {
          // There is nothing to start.
        }
      };
    }

    /** Spring Boot applies a bean of this name to all settings that it binds. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE) // Else Spring warns that no post-processor sees it.
    static Validator configurationPropertiesValidator() {
      return new ServerBounds();
    }
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    check(event.getEnvironment());
  }

  /** Checks the settings and throws an exception that Spring Boot reports without a stack trace. */
  public static void check(ConfigurableEnvironment environment) {
    refuse(missing(environment), ACTION);
    try (var settings = new AnnotationConfigApplicationContext()) {
      settings.setEnvironment(environment);
      settings.register(AllSettings.class);
      settings.refresh();
      checkTogether(settings);
    }
  }

  /** Returns all missing settings together, because at the first start all of them are missing. */
  private static List<String> missing(ConfigurableEnvironment environment) {
    boolean signs =
        Stream.of("payment.callback-secret", "payment.callback.keys[0].id")
                .anyMatch(environment::containsProperty)
            || !environment.getProperty("payment.mock.enabled", Boolean.class, true);
    return Stream.concat(
            REQUIRED.stream().filter(key -> !environment.containsProperty(key)),
            signs ? Stream.empty() : Stream.of("payment.callback-secret"))
        .map(key -> key + " must be set")
        .toList();
  }

  private static void checkTogether(ConfigurableApplicationContext settings) {
    List<String> broken = new ArrayList<>(DatabaseRules.broken(settings));
    broken.addAll(AddressRules.broken(settings));
    broken.addAll(ChannelRules.broken(settings));
    broken.addAll(ClaimDurationRule.broken(settings));
    broken.addAll(RetentionRules.broken(settings));
    broken.addAll(RocketMqRules.broken(settings));
    broken.addAll(TrialRules.broken(settings));
    boolean production = ProductionRules.hold(settings);
    if (production) {
      broken.addAll(ProductionRules.broken(settings));
      ProductionRules.setDefaults(settings.getEnvironment());
    }
    refuse(broken, production ? ACTION + WHY_PRODUCTION : ACTION);
    if (TrialRules.isTrial(settings)) {
      log.warn("TRIAL: the rules for production are off (payment.trial), so use no real money");
    }
  }

  private static void refuse(List<String> broken, String action) {
    if (!broken.isEmpty()) {
      String all = String.join(System.lineSeparator() + "  ", broken);
      throw new StartupException(
          "Settings missing or wrong: %d. Nothing was started.%n%n  %s"
              .formatted(broken.size(), all),
          action);
    }
  }
}
