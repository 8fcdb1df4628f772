package com.yuge.payment.app.torture;

import com.yuge.payment.consumer.EventInbox;
import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.consumer.PaymentEventProcessor;
import com.yuge.payment.consumer.PaymentEventReader;
import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.consumer.PaymentEventsProperties.Client;
import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import com.yuge.payment.devstack.RocketMqServers;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop that notes each event and adds up its money, as a process of its own. */
final class TortureConsumer {
  static final String READY = "ready";
  static final String DEAD_LETTER = "dead letter";

  private static final String GROUP = "torture";
  private static final int THREADS = 4;
  private static final Retry RETRY = new Retry(16, Duration.ofMillis(50));

  private final HikariDataSource database = new HikariDataSource();
  private final JdbcClient jdbc = JdbcClient.create(database);

  private TortureConsumer(String url, String username, String password) {
    database.setJdbcUrl(url);
    database.setUsername(username);
    database.setPassword(password);
    database.setInitializationFailTimeout(-1); // It starts without its database too.
  }

  /** Arguments: URL, user and password of the database, and the name server. */
  public static void main(String[] arguments) throws IOException {
    TortureConsumer shop = new TortureConsumer(arguments[0], arguments[1], arguments[2]);
    shop.start(arguments[3]);
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // Whoever started it says nothing, and is gone when there is nothing more to read.
    }
    Runtime.getRuntime().halt(1);
  }

  // After a failed start a thread of RocketMQ's client stays, and the process would not end.
  private void start(String nameServer) {
    try {
      consumer(nameServer).start();
    } catch (IllegalStateException e) {
      System.out.println("no start: " + e.getCause());
      Runtime.getRuntime().halt(1);
    }
  }

  /** Each life has the same name, so that it has its queues at once. */
  private PaymentEventConsumer consumer(String nameServer) {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    return new PaymentEventConsumer(
        new PaymentEventsProperties(
            nameServer,
            GROUP,
            RocketMqServers.TOPIC,
            true,
            RETRY,
            new Client(THREADS, GROUP, Duration.ofSeconds(10)),
            Security.NONE),
        new PaymentEventProcessor(
            PaymentEventReader.withJackson3(),
            new EventInbox(database, transaction, GROUP),
            this::addUp),
        letter -> System.out.println(DEAD_LETTER + " " + letter),
        outcome -> {});
  }

  // Neither statement is idempotent: doing an event twice shows in the sum and in the rows.
  private void addUp(PaymentEvent event) {
    BigDecimal amount = Objects.requireNonNullElse(event.amount(), BigDecimal.ZERO);
    jdbc.sql("INSERT INTO t_handled (event_id, pay_no, tag, amount) VALUES (?, ?, ?, ?)")
        .params(event.eventId(), event.payNo(), event.tag().name(), amount)
        .update();
    jdbc.sql(
            """
            INSERT INTO t_total (pay_no, tag, amount) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE amount = amount + ?
            """)
        .params(event.payNo(), event.tag().name(), amount, amount)
        .update();
  }
}
