package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Who floods the service with unsigned callbacks fills nothing and keeps no signed one out. */
class CallbackFloodE2eTest {
  /** The benchmark sends ten times as many. */
  private static final int FLOOD = 2_000;

  /** Not the default, so that in the Redis which all services share nobody else is counted. */
  private static final int KEPT_PER_MINUTE = 50;

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_flood");

  @Test
  void theLogStaysSmallAndSignedOnesAreProcessed() throws Exception {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.rate-limit.unverified-per-minute=" + KEPT_PER_MINUTE);
    long begin = System.nanoTime();

    ConfigurableApplicationContext service = ServiceInJvm.start(arguments);
    try {
      PaymentApi api = ServiceInJvm.api(service);
      CallbackFlood flood = new CallbackFlood(api, Integer.MAX_VALUE);
      flood.around(FLOOD, () -> pay(api));

      long minutes = Duration.ofNanos(System.nanoTime() - begin).toMinutes() + 1;
      assertThat(flood.refused() + flood.rateLimitExceeded()).isEqualTo(FLOOD);
      assertThat(unverifiedRows())
          .isEqualTo(flood.refused())
          .isBetween(KEPT_PER_MINUTE, Math.toIntExact(KEPT_PER_MINUTE * (minutes + 1)));
    } finally {
      ServiceInJvm.stop(service);
    }
  }

  private static void pay(PaymentApi api) {
    for (int n = 0; n < 20; n++) {
      String unused = api.paidOrder(UUID.randomUUID().toString().replace("-", ""));
    }
  }

  private int unverifiedRows() {
    return database
        .jdbc()
        .sql("SELECT COUNT(*) FROM t_pay_callback_log WHERE signature_valid = 0")
        .query(Integer.class)
        .single();
  }
}
