package com.yuge.payment.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives Flyway connections of its own with timeouts, so that no migration waits forever. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
class MigrationConfiguration {
  @Bean
  FlywayConfigurationCustomizer boundedMigrations(FlywayConnectionDetails database) {
    // The data source that Spring Boot creates for spring.flyway.url ignores
    // spring.flyway.jdbc-properties.
    return flyway ->
        flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
  }
}
