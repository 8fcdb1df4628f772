package com.yuge.payment.app.torture;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.devstack.FreePorts;
import com.yuge.payment.devstack.StackFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Two instances of the service, a consumer, their servers, and a network between each two. */
final class TortureStack implements AutoCloseable {
  private static final int NO_PORT = 0;

  private final Network network = new Network();
  private final List<PaymentApi> apis = new ArrayList<>();
  private final Servers servers;
  private final Fleet fleet;
  private final JdbcClient payments;
  private final JdbcClient shop;

  TortureStack(boolean mayMount) {
    Path folder = StackFolder.ofTests("torture");
    servers = Servers.start(folder, mayMount);
    String paymentsUrl = servers.createDatabase("torture");
    String shopUrl = servers.createDatabase("torture_shop");
    payments = JdbcClient.create(source(paymentsUrl));
    shop = shop(source(shopUrl));
    network.toSamePort(servers.rocketMq().brokerPort(), Servers.BROKER_ADDRESS, "to the broker");
    fleet =
        new Fleet(
            instance("A", folder, paymentsUrl),
            instance("B", folder, paymentsUrl),
            consumer(shopUrl));
    fleet.awaitReady();
  }

  /** Callers and the channel come to it through a network too. */
  private Instance instance(String name, Path folder, String url) {
    int port = FreePorts.choose();
    int front = network.to(port, "to instance " + name);
    apis.add(new PaymentApi(front, NO_PORT));
    SteppedClock clock = new SteppedClock(folder.resolve("clock-" + name));
    return new Instance(name, port, arguments(name, url, port, front), clock);
  }

  private List<String> arguments(String name, String url, int port, int front) {
    String here = "http://127.0.0.1:" + front;
    int channel = network.to(servers.channel().port(), name + " to channel");
    int redis = network.to(servers.redis().uri().getPort(), name + " to Redis");
    return List.of(
        "--spring.profiles.active=dev",
        "--server.port=" + port,
        "--management.server.port=0",
        "--spring.datasource.url=" + through(url, name),
        "--spring.datasource.username=" + servers.database().username(),
        "--spring.datasource.password=" + servers.database().password(),
        "--payment.rocketmq.name-server=" + nameServer(name),
        "--payment.redis.uri=redis://127.0.0.1:" + redis,
        "--payment.redis.final-order-ttl=5s",
        "--payment.callback.max-skew=5m",
        "--payment.mock.url=http://127.0.0.1:" + channel,
        "--payment.mock.notify-url=" + here + "/payments/mock-callback",
        "--payment.mock.refund-notify-url=" + here + "/channels/mock/refunds",
        "--payment.reconcile.scan-interval=500ms",
        "--payment.refund.scan-interval=500ms",
        "--payment.refund.late.delay=500ms",
        "--payment.channel.breaker-pause=1s",
        // A hang outlasts the lease.
        "--payment.outbox.lease=3s",
        "--payment.outbox.send-timeout=500ms");
  }

  private ConsumerChild consumer(String url) {
    return new ConsumerChild(
        List.of(
            through(url, "consumer") + "?connectTimeout=2000&socketTimeout=5000",
            servers.database().username(),
            servers.database().password(),
            nameServer("consumer")));
  }

  private String through(String url, String name) {
    int port = servers.database().port();
    return url.replace(":" + port, ":" + network.to(port, name + " to database"));
  }

  private String nameServer(String name) {
    URI server = URI.create("mq://" + servers.rocketMq().nameServerAddress());
    return "127.0.0.1:" + network.to(server.getPort(), name + " to name server");
  }

  private DriverManagerDataSource source(String url) {
    return new DriverManagerDataSource(
        url, servers.database().username(), servers.database().password());
  }

  private static JdbcClient shop(DriverManagerDataSource source) {
    new ResourceDatabasePopulator(
            new ClassPathResource("payment-events/R__mq_consume_log.sql"),
            new ClassPathResource("torture-shop.sql"))
        .execute(source);
    return JdbcClient.create(source);
  }

  List<Wound> wounds() {
    List<Wound> wounds = new ArrayList<>();
    servers.addWounds(wounds);
    fleet.addWounds(wounds);
    network.addWounds(wounds);
    return List.copyOf(wounds);
  }

  /** The service as its callers reach it, once for each instance. */
  List<PaymentApi> apis() {
    return apis;
  }

  Servers servers() {
    return servers;
  }

  Fleet fleet() {
    return fleet;
  }

  /** The service's database, past all networks. */
  JdbcClient payments() {
    return payments;
  }

  /** The consumer's database, past all networks. */
  JdbcClient shop() {
    return shop;
  }

  @Override
  public void close() {
    fleet.close();
    network.close();
    servers.close();
  }
}
