package com.yuge.payment.app;

import static org.springframework.context.support.AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;

import com.zaxxer.hikari.HikariConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
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
 * Looks at all settings before anything starts, listens or connects, in a context of nothing else:
 * what Spring Boot refuses there, it tells as always. Then come the rules about several of them.
 */
public final class SettingsCheck
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final Logger log = LoggerFactory.getLogger(SettingsCheck.class);

  private static final String ACTION =
      "Set them by command line (--payment.redis.uri=...), environment (PAYMENT_REDIS_URI=...)"
          + " or application.yml; payment-app/README.md lists them under Configuration.";

  private static final String WHY_PRODUCTION =
      " The rules for production hold in the profile production, and wherever the service listens on"
          + " more than loopback, unless payment.trial=true says that no real money is about.";

  private static final List<String> REQUIRED =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "payment.rocketmq.name-server",
          "payment.redis.uri");

  /** Of packages that hold any. */
  @ConfigurationPropertiesScan({
    "com.yuge.payment.app",
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

    /** Spring's own would end a run that archives its classes here, before it has most of them. */
    @Bean(LIFECYCLE_PROCESSOR_BEAN_NAME)
    DefaultLifecycleProcessor nothingStarts() {
      return new DefaultLifecycleProcessor() {
        @Override
        public void onRefresh() {
          // There is nothing to start.
        }
      };
    }

    /** By this name Spring Boot applies it to whatever it binds. */
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

  /** Throws what Spring Boot reports without a stack trace. */
  public static void check(ConfigurableEnvironment environment) {
    refuse(missing(environment), ACTION);
    try (var settings = new AnnotationConfigApplicationContext()) {
      settings.setEnvironment(environment);
      settings.register(AllSettings.class);
      settings.refresh();
      checkTogether(settings);
    }
  }

  /** All at once, since whoever starts the service for the first time misses them all. */
  private static List<String> missing(ConfigurableEnvironment environment) {
    boolean signs =
        Stream.of("payment.callback-secret", "payment.callback.keys[0].id")
            .anyMatch(environment::containsProperty);
    return Stream.concat(
            REQUIRED.stream().filter(key -> !environment.containsProperty(key)),
            signs ? Stream.empty() : Stream.of("payment.callback-secret"))
        .map(key -> key + " must be set")
        .toList();
  }

  private static void checkTogether(ConfigurableApplicationContext settings) {
    List<String> broken = new ArrayList<>(DatabaseRules.broken(settings));
    broken.addAll(AddressRules.broken(settings));
    broken.addAll(HoldRule.broken(settings));
    broken.addAll(RetentionRules.broken(settings));
    broken.addAll(TrialRules.broken(settings));
    boolean production = ProductionRules.hold(settings);
    if (production) {
      broken.addAll(ProductionRules.broken(settings));
      ProductionRules.setDefaults(settings.getEnvironment());
    }
    refuse(broken, production ? ACTION + WHY_PRODUCTION : ACTION);
    if (TrialRules.isTrial(settings)) {
      log.warn(
          "TRIAL: no rule for production holds (payment.trial), so no real money may come here");
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
