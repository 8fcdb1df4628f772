package com.yuge.payment.app.alerts;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaidOrders;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service whose metrics are scraped. It counts each second, and its job checks no order. */
final class AlertedService implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(60);

  private final ServiceDatabase database;
  private final AtomicReference<@Nullable Error> relayError = new AtomicReference<>();
  private final ConfigurableApplicationContext context;
  private final int managementPort;
  private final PaymentApi api;

  private AlertedService(ServiceDatabase database) {
    this.database = database;
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.outbox.watch-interval=1s");
    arguments.add("--payment.reconcile.enabled=false");
    arguments.add("--payment.audit.scan-interval=1s");
    arguments.add("--payment.audit.after-midnight=0s");
    arguments.add("--payment.statements.scan-interval=1s");
    // A relay that has died stays dead for that long, so that a scrape sees it.
    arguments.add("--payment.outbox.backoff-min=3s");
    arguments.add("--payment.outbox.max-attempts=1");
    this.context = ServiceInJvm.start(arguments, new ClockOfTheRelay());
    this.managementPort = ServiceInJvm.managementPort(context);
    this.api = ServiceInJvm.api(context);
  }

  /** Starts it. Some metrics are there only once an order has been paid. */
  static AlertedService start(String database) {
    AlertedService started = new AlertedService(TestStack.ONE.createDatabase(database));
    Object unused = started.orders().paid("7.00");
    started.awaitPublished();
    return started;
  }

  private final class ClockOfTheRelay implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof Clock real ? new FatalClock(real, relayError) : bean;
    }
  }

  /** The relay dies of this error when it has published the next event. */
  void killRelay(Error error) {
    relayError.set(error);
  }

  PaymentApi api() {
    return api;
  }

  JdbcClient jdbc() {
    return database.jdbc();
  }

  /** A connection that is none of the service's. */
  Connection connection() throws SQLException {
    return database.pool().getConnection();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  MockChannelClient channel() {
    return TestStack.ONE.servers().mockChannel().client();
  }

  PaidOrders orders() {
    return new PaidOrders(api, channel());
  }

  String newOrder() {
    return api.create(orderNo(), "7.00").text("payNo");
  }

  /** An order that is paid, whose event is to be published. */
  String paidOrder() {
    return api.paidOrder(orderNo());
  }

  private static String orderNo() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  Scrape scrape() {
    return Scrape.of(managementPort);
  }

  double value(String metric) {
    return new Selector(metric, List.of()).valueIn(scrape());
  }

  void awaitPublished() {
    await("all is published").atMost(SOON).until(() -> value("payment_outbox_pending") == 0);
  }

  @Override
  public void close() {
    if (context.isActive()) {
      ServiceInJvm.stop(context);
    }
  }
}
