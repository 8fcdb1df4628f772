package com.yuge.payment.app.proof;

import com.yuge.payment.consumer.EventInbox;
import com.yuge.payment.consumer.Outcome;
import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.consumer.PaymentEventProcessor;
import com.yuge.payment.consumer.PaymentEventReader;
import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.consumer.PaymentEventsProperties.Client;
import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import com.yuge.payment.consumer.PaymentSucceeded;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop that adds up payments, as a process of its own that is killed at a {@link Moment}. */
final class ConsumerProcess {
  static final int THREADS = 4;
  static final String READY = "ready";
  static final String HELD = "held";

  private static final int ONE_FAILURE_IN = 20;
  private static final Retry RETRY = new Retry(16, Duration.ofMillis(10));

  /** When a consumer dies. */
  enum Moment {
    /** After the handler's statements, before the commit. */
    IN_TRANSACTION,
    /** After the commit, before the broker hears of it. */
    BEFORE_ACKNOWLEDGEMENT,
    /** At any moment. */
    ANY
  }

  private final CountDownLatch forever = new CountDownLatch(1);
  private final HikariDataSource database = new HikariDataSource();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private volatile Moment heldAt = Moment.ANY;

  private ConsumerProcess(String url, String username, String password) {
    database.setJdbcUrl(url);
    database.setUsername(username);
    database.setPassword(password);
  }

  /** Arguments: URL, user and password of the database, name server, and the topic. */
  public static void main(String[] arguments) throws IOException {
    ConsumerProcess process = new ConsumerProcess(arguments[0], arguments[1], arguments[2]);
    process.consumer(arguments[3], arguments[4]).start();
    say(READY);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      process.heldAt = Moment.valueOf(line);
    }
    // Who would end it is gone.
    Runtime.getRuntime().halt(1);
  }

  /**
   * Each life has the same name: the broker holds the queues of an unknown one back for a minute.
   */
  private PaymentEventConsumer consumer(String nameServer, String topic) {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    PaymentEventProcessor processor =
        new PaymentEventProcessor(
            PaymentEventReader.withJackson3(),
            new EventInbox(database, transaction, topic),
            this::addUp);
    return new PaymentEventConsumer(
        new PaymentEventsProperties(
            nameServer,
            topic,
            topic,
            true,
            RETRY,
            new Client(THREADS, topic, Duration.ofSeconds(10)),
            Security.NONE),
        processor,
        letter -> say("dead letter " + letter),
        this::count);
  }

  // Neither statement is idempotent: doing an event twice shows in the sum and in the rows.
  private void addUp(PaymentEvent event) {
    BigDecimal amount = ((PaymentSucceeded) event).amount();
    jdbc.sql("INSERT INTO t_handled (event_id, amount) VALUES (?, ?)")
        .params(event.eventId(), amount)
        .update();
    jdbc.sql(
            """
            INSERT INTO t_total (pay_no, amount) VALUES (?, ?)
            ON DUPLICATE KEY UPDATE amount = amount + ?
            """)
        .params(event.payNo(), amount, amount)
        .update();
    holdAt(Moment.IN_TRANSACTION);
    if (ThreadLocalRandom.current().nextInt(ONE_FAILURE_IN) == 0) {
      throw new IllegalStateException("failed as planned");
    }
  }

  private void count(Outcome outcome) {
    if (outcome == Outcome.HANDLED) {
      holdAt(Moment.BEFORE_ACKNOWLEDGEMENT);
    }
    say(outcome.name());
  }

  private void holdAt(Moment moment) {
    if (heldAt == moment) {
      say(HELD);
      try {
        forever.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
