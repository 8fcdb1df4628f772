package com.yuge.payment.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flyway makes the table once the folder is one of its locations, beside a shop's own versions. */
@Tag("module")
class ConsumeLogMigrationTest {
  @Test
  void flywayMakesTheTableAndLeavesOneThatIsThere() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(ShopDatabase.url());
    JdbcClient jdbc = JdbcClient.create(database);
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:payment-events")
            .baselineOnMigrate(true);

    assertThat(flyway.load().migrate().migrationsExecuted).isOne();
    jdbc.sql("INSERT INTO t_mq_consume_log VALUES ('g', 'e', 't', 'o', 'x', CURRENT_TIMESTAMP)")
        .update();
    jdbc.sql("DROP TABLE \"flyway_schema_history\"").update();
    assertThat(flyway.load().migrate().migrationsExecuted).isOne();

    assertThat(jdbc.sql("SELECT COUNT(*) FROM t_mq_consume_log").query(Integer.class).single())
        .isOne();
  }
}
