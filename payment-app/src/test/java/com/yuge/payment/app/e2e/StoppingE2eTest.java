package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An instance that is told to stop says so first, and answers what it has begun. */
class StoppingE2eTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String MOCK_URL = "--payment.mock.url=";

  @Test
  void readinessIsDownWhileARequestIsStillAnswered() {
    try (ChannelProxy channel = ChannelProxy.before(TestStack.ONE.servers().mockChannel().url());
        ServiceProcess service = ServiceProcess.start("stopping", arguments(channel))) {
      PaymentApi api = service.api();
      awaitReadiness(api, 200);
      String payNo = api.create("STOP-1", "1.00").text("payNo");
      channel.hold();
      CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(() -> api.pay(payNo));
      await().atMost(SOON).until(() -> channel.held() > 0);

      assertThat(service.process().destroy()).isTrue();

      awaitReadiness(api, 503);
      assertThat(api.get("/actuator/health/liveness").http()).isEqualTo(200);
      assertThat(paying).isNotDone();
      channel.release();
      assertThat(paying.join().http()).isEqualTo(200);
    }
  }

  private static void awaitReadiness(PaymentApi api, int status) {
    await().atMost(SOON).until(() -> api.get("/actuator/health/readiness").http() == status);
  }

  private static List<String> arguments(ChannelProxy channel) {
    List<String> arguments =
        new ArrayList<>(TestStack.ONE.createDatabase("payment_stopping").arguments());
    arguments.removeIf(argument -> argument.startsWith(MOCK_URL));
    arguments.add(MOCK_URL + channel.url());
    arguments.add("--payment.mock.read-timeout=20s");
    arguments.add("--payment.mock.deadline=20s");
    return arguments;
  }
}
