package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.devstack.StackFolder;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.StatementUseCases;
import com.yuge.payment.out.jdbc.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service and the three channels, on a database of its own; one for all tests of a JVM. */
final class Service {
  static final Service ONE = new Service();

  final Clocks clocks = new Clocks();
  final List<Desk> desks;
  final PaymentUseCases payments;
  private final StatementUseCases statements;
  final CrashingTransactions transactions;
  final ServiceTables tables;
  private final Channels channels;

  private Service() {
    Path folder = folder();
    this.desks =
        List.of(
            new MockDesk(folder, clocks.theirs()),
            new WechatDesk(folder, clocks.theirs()),
            new AlipayDesk(folder, clocks.theirs()));
    OwnDatabase database = OwnDatabase.create("statements");
    database.migrateTo("latest");
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    TestPropertyValues.of(
            "payment.channel.breaker-failures=100", "payment.channel.breaker-calls=1000")
        .and(desks.stream().flatMap(desk -> desk.settings().stream()))
        .applyTo(context);
    context.registerBean(DataSource.class, () -> pool(database));
    context.registerBean(Clock.class, clocks::ours);
    context.register(ServiceBeans.class);
    context.refresh();
    this.payments = context.getBean(PaymentUseCases.class);
    this.statements = context.getBean(StatementUseCases.class);
    this.transactions = (CrashingTransactions) context.getBean(Transactions.class);
    this.tables = new ServiceTables(context.getBean(JdbcClient.class));
    this.channels = context.getBean(Channels.class);
  }

  private static HikariDataSource pool(OwnDatabase database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.username());
    pool.setPassword(database.password());
    return pool;
  }

  private static Path folder() {
    try {
      return Files.createDirectories(StackFolder.ofTests("statements"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The work on the statements of these channels only. */
  StatementUseCases statements(List<Desk> of) {
    List<StatementGateway> gateways =
        of.stream().map(desk -> channels.statements(desk.channel())).toList();
    return new StatementUseCases(
        statements.ports(),
        new Channels(List.of(), List.of(), gateways),
        statements.settings(),
        statements.queries(),
        statements.slots(),
        statements.pause(),
        statements.clock());
  }

  List<StatementSource> sources(PayChannel channel) {
    return channels.statements(channel).sources();
  }

  /** Nothing was ever sold. */
  void forgetSales() {
    tables.clear();
    desks.forEach(
        desk -> {
          desk.spoilFiles(BillFault.NONE);
          desk.plant(List.of());
        });
  }
}
