package com.yuge.payment.app.alerts;

import static com.yuge.payment.app.alerts.AlertedService.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.alerts.Fault.Cure;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.devstack.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What goes wrong with the service's instance, its database and its channel. */
final class ServerFaults {
  /** More than the pool for single statements has connections, and than open the circuit. */
  private static final int MANY = 12;

  private static final DatabaseServer DATABASE = TestStack.ONE.servers().database();

  static final List<Fault> ALL =
      List.of(
          Fault.of("the database is stopped", ServerFaults::databaseStopped)
              .has("PaymentErrorBudgetBurnsFast", Movement.RISES)
              .has("PaymentErrorBudgetBurnsSlowly", Movement.RISES)
              .has("PaymentCountsUnknown", Movement.GETS_UNKNOWN),
          Fault.of("somebody has locked the orders", ServerFaults::lockedOrders)
              .has("PaymentDatabasePoolExhausted", Movement.RISES),
          Fault.of("the channel answers with errors", ServerFaults::channelFails)
              .has("PaymentChannelFailing", Movement.RISES)
              .has("PaymentChannelErrors", Movement.RISES),
          // The last one: the service is gone.
          Fault.of("the instance is stopped", ServerFaults::instanceStopped)
              .has("PaymentInstanceDown", Movement.FALLS)
              .has("PaymentDown", Movement.FALLS));

  private ServerFaults() {}

  private static Cure databaseStopped(AlertedService service) {
    String payNo = service.newOrder();
    DATABASE.stop();
    assertThat(service.api().find(payNo).http()).isEqualTo(503);
    return () -> {
      DATABASE.start();
      await().atMost(SOON).until(() -> service.api().find(payNo).http() == 200);
    };
  }

  private static Cure lockedOrders(AlertedService service) throws SQLException {
    String payNo = service.newOrder();
    Connection locking = service.connection();
    execute(locking, "LOCK TABLES t_pay_order WRITE");
    ExecutorService callers = Executors.newFixedThreadPool(MANY);
    for (int i = 0; i < MANY; i++) {
      callers.execute(() -> service.api().find(payNo));
    }
    return () -> {
      execute(locking, "UNLOCK TABLES");
      locking.close();
      callers.shutdown();
      assertThat(callers.awaitTermination(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    };
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Cure channelFails(AlertedService service) {
    service.channel().spoilAll(Faults.ofAnswers(OfAnswer.ERROR, Call.OPEN));
    for (int i = 0; i < MANY; i++) {
      assertThat(service.api().pay(service.newOrder()).http()).isEqualTo(502);
    }
    return () -> {
      service.channel().behave();
      Object unused = service.orders().paid("7.00");
    };
  }

  private static Cure instanceStopped(AlertedService service) {
    service.close();
    return Cure.NOT_NEEDED;
  }
}
