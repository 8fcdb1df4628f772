package com.yuge.payment.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.CallbackFlood;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a signed callback waits more while unsigned ones flood the service. */
class CallbackFloodBench {
  private static final int SIGNED_PER_SECOND = 50;
  private static final int FLOOD_PER_SECOND = 1000;
  private static final int FLOOD = 20_000;
  private static final int SIGNED = FLOOD / FLOOD_PER_SECOND * SIGNED_PER_SECOND;
  private static final int ROUNDS = 2;

  private final ConstantRate rate = new ConstantRate(SIGNED_PER_SECOND);
  private final LatencyReport report =
      new LatencyReport(
          "callback-flood",
          "%d signed callbacks a second; the flood: %d unsigned ones, %d a second"
              .formatted(SIGNED_PER_SECOND, FLOOD, FLOOD_PER_SECOND));

  @Test
  void signedCallbacksInAFlood() throws Exception {
    ServiceDatabase database = TestStack.ONE.createDatabase("bench_flood");
    try (ServiceProcess service = ServiceProcess.start("flood-bench", database.arguments())) {
      PaymentApi api = service.api();
      Histogram unused = rate.run(signed(api));
      new CallbackFlood(api, FLOOD_PER_SECOND).around(FLOOD / 10, () -> {});
      for (int round = 1; round <= ROUNDS; round++) {
        report.add("alone, round " + round, rate.run(signed(api)));
        report.add("in the flood, round " + round, inFlood(api, signed(api)));
      }
    }
    report.write();
    int kept = unverifiedRows(database);
    System.out.println("bench: rows of " + ROUNDS * FLOOD + " unsigned callbacks: " + kept);
    assertThat(kept).isLessThan(FLOOD / 10);
  }

  private Histogram inFlood(PaymentApi api, List<Runnable> calls) throws InterruptedException {
    AtomicReference<@Nullable Histogram> latencies = new AtomicReference<>();
    new CallbackFlood(api, FLOOD_PER_SECOND).around(FLOOD, () -> latencies.set(measured(calls)));
    return Objects.requireNonNull(latencies.get());
  }

  private Histogram measured(List<Runnable> calls) {
    try {
      return rate.run(calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Runnable> signed(PaymentApi api) {
    List<Runnable> calls = new ArrayList<>();
    for (int n = 0; n < SIGNED; n++) {
      String orderNo = UUID.randomUUID().toString().replace("-", "");
      String payNo = api.create(orderNo, "7.00").text("payNo");
      Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");
      calls.add(() -> assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED"));
    }
    return calls;
  }

  private static int unverifiedRows(ServiceDatabase database) {
    return database
        .jdbc()
        .sql("SELECT COUNT(*) FROM t_pay_callback_log WHERE signature_valid = 0")
        .query(Integer.class)
        .single();
  }
}
