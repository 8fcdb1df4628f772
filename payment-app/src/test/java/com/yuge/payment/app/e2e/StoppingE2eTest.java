package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An instance that is told to stop says so first, and answers what it has begun. In this order go
 * readiness, the connections of callers, the listening socket, the relay, and the pool.
 */
class StoppingE2eTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String MOCK_URL = "--payment.mock.url=";
  private static final String DRAIN_TIME = "--payment.http.drain-time=";

  @Test
  void readinessIsDownWhileARequestIsStillAnswered() {
    try (ChannelProxy channel = ChannelProxy.before(TestStack.ONE.servers().mockChannel().url())) {
      ConfigurableApplicationContext service =
          ServiceInJvm.start(arguments(database("stopping"), channel, "0s"));
      PaymentApi api = ServiceInJvm.api(service);
      awaitReadiness(api, 200);
      String payNo = api.create("STOP-1", "1.00").text("payNo");
      channel.hold();
      CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(() -> api.pay(payNo));
      await().atMost(SOON).until(() -> channel.held() > 0);

      CompletableFuture<Void> stopping =
          CompletableFuture.runAsync(() -> ServiceInJvm.stop(service));

      awaitReadiness(api, 503);
      assertThat(api.get("/actuator/health/liveness").http()).isEqualTo(200);
      assertThat(paying).isNotDone();
      channel.release();
      assertThat(paying.join().http()).isEqualTo(200);
      stopping.join();
    }
  }

  @Test
  void oneAfterTheOtherStops() throws Exception {
    ServiceDatabase database = database("stopping_order");
    try (ChannelProxy channel = ChannelProxy.before(TestStack.ONE.servers().mockChannel().url());
        ServiceProcess service =
            ServiceProcess.start("stopping-order", arguments(database, channel, "2s"))) {
      PaymentApi api = service.api();
      awaitReadiness(api, 200);
      await().atMost(SOON).until(() -> partitionsOwned(database) > 0);
      String payNo = api.create("STOP-2", "1.00").text("payNo");
      assertThat(connectionOf(api, payNo)).isNotEqualTo("close");
      channel.hold();
      CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(() -> api.pay(payNo));
      await().atMost(SOON).until(() -> channel.held() > 0);

      assertThat(service.process().destroy()).isTrue();

      awaitReadiness(api, 503);
      assertThat(connectionOf(api, payNo)).as("while it drains").isEqualTo("close");
      await().atMost(SOON).until(() -> refusesConnections(api));
      assertThat(paying).isNotDone();
      assertThat(partitionsOwned(database)).as("while a request is answered").isPositive();
      channel.release();
      assertThat(paying.join().http()).isEqualTo(200);
      await().atMost(SOON).until(() -> !service.process().isAlive());
      assertThat(partitionsOwned(database)).as("at the end").isZero();
    }
  }

  private static String connectionOf(PaymentApi api, String payNo) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/payments/%s".formatted(api.port(), payNo)))
            .timeout(SOON)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    OpenApiContract.check(Exchange.of(false, response));
    assertThat(response.statusCode()).isEqualTo(200);
    return response.headers().firstValue("Connection").orElse("");
  }

  private static boolean refusesConnections(PaymentApi api) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      return !socket.isConnected();
    } catch (ConnectException refused) {
      return true;
    }
  }

  private static int partitionsOwned(ServiceDatabase database) {
    return database
        .jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_partition WHERE owner IS NOT NULL")
        .query(Integer.class)
        .single();
  }

  private static void awaitReadiness(PaymentApi api, int status) {
    await().atMost(SOON).until(() -> api.get("/actuator/health/readiness").http() == status);
  }

  private static ServiceDatabase database(String name) {
    return TestStack.ONE.createDatabase("payment_" + name);
  }

  private static List<String> arguments(
      ServiceDatabase database, ChannelProxy channel, String drainTime) {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.removeIf(argument -> argument.startsWith(MOCK_URL));
    arguments.removeIf(argument -> argument.startsWith(DRAIN_TIME));
    arguments.add(DRAIN_TIME + drainTime);
    arguments.add(MOCK_URL + channel.url());
    arguments.add("--payment.mock.read-timeout=20s");
    arguments.add("--payment.mock.deadline=20s");
    return arguments;
  }
}
