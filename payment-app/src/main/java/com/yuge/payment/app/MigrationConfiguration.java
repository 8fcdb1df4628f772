package com.yuge.payment.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Flyway's own connections: nothing may take for ever, a migration neither. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
class MigrationConfiguration {
  @Bean
  FlywayConfigurationCustomizer boundedMigrations(FlywayConnectionDetails database) {
    // What Spring Boot makes of spring.flyway.url knows nothing of spring.flyway.jdbc-properties.
    return flyway ->
        flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
  }
}
