package com.yuge.payment.app.bench;

import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.devstack.RedisProcess;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What a caller waits more while Redis is in trouble; each answer is right, or this fails. */
class RedisTroubleBench {
  private static final int CALLS_PER_SECOND = 60;
  private static final int ORDERS = 200;

  private static final String URI = "--payment.redis.uri=";

  /** Nobody listens there. */
  private static final String NOBODY = "redis://127.0.0.1:1";

  private final ConstantRate rate = new ConstantRate(CALLS_PER_SECOND);
  private final LatencyReport report =
      new LatencyReport(
          "redis-trouble",
          "%d calls a second, a third each of first callbacks, repeats and look-ups"
              .formatted(CALLS_PER_SECOND));

  @Test
  void callsWhileRedisIsInTrouble() throws Exception {
    RedisProcess redis = TestStack.ONE.servers().redis();
    try (ServiceProcess service = start("bench", redis.uri().toString())) {
      PaidOrders orders = new PaidOrders(service.api());
      Histogram unused = rate.run(orders.calls(ORDERS));
      for (Trouble trouble : Trouble.ALL) {
        List<Runnable> calls = orders.calls(ORDERS);
        trouble.begin().accept(redis);
        try {
          report.add(trouble.name(), rate.run(calls));
        } finally {
          trouble.end().accept(redis);
        }
      }
    }
    try (ServiceProcess service = start("bench-absent", NOBODY)) {
      PaidOrders orders = new PaidOrders(service.api());
      Histogram unused = rate.run(orders.calls(ORDERS));
      report.add("absent from the start", rate.run(orders.calls(ORDERS)));
    }
    report.write();
  }

  private static ServiceProcess start(String name, String redis) {
    List<String> arguments =
        new ArrayList<>(TestStack.ONE.createDatabase(name.replace('-', '_')).arguments());
    arguments.replaceAll(argument -> argument.startsWith(URI) ? URI + redis : argument);
    return ServiceProcess.start(name, arguments);
  }
}
