package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.JdbcConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's transactions and its logging, on a connection that the database ends. */
@ExtendWith(OutputCaptureExtension.class)
class KilledCommitE2eTest {
  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_killed_commit");

  @Test
  void aConnectionKilledBeforeItsCommitIsAnOutageAndNoStackTrace(CapturedOutput output) {
    try (ConfigurableApplicationContext service = start()) {
      Transactions transactions = service.getBean(Transactions.class);
      JdbcClient jdbc = service.getBean(JdbcClient.class);

      assertThatThrownBy(() -> transactions.call(() -> kill(connectionId(jdbc))))
          .isInstanceOf(StoreUnavailable.class);
    }
    assertThat(output).doesNotContain("\tat ", "overridden");
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(JdbcConfiguration.class, DataSourceAutoConfiguration.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .run(database.arguments().toArray(String[]::new));
  }

  private static long connectionId(JdbcClient jdbc) {
    return jdbc.sql("SELECT CONNECTION_ID()").query(Long.class).single();
  }

  private int kill(long connection) {
    return database.jdbc().sql("KILL " + connection).update();
  }
}
