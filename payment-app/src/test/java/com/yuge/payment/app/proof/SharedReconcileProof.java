package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.ManyDueOrders;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three real processes share 5,000 due orders: each is asked for once at the channel. */
class SharedReconcileProof {
  private static final int ORDERS = 5_000;
  private static final int PROCESSES = 3;
  private static final Duration LONG = Duration.ofMinutes(10);

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_proof_reconcile");
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final ManyDueOrders orders = new ManyDueOrders(database.jdbc());

  @Test
  void eachOrderIsAskedForOnceAndOnRecord() {
    List<ServiceProcess> processes = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(ServiceProcess.start("shares-" + i, database.arguments()));
        // One after the other: the first makes the tables.
        assertThat(checks(processes.get(i))).isZero();
      }
      List<String> payNos = orders.add(ORDERS);

      await().atMost(LONG).until(() -> orders.checksOnRecord() >= ORDERS);

      assertThat(orders.ordersChecked()).isEqualTo(ORDERS);
      assertThat(orders.checksOnRecord()).isEqualTo(ORDERS);
      assertThat(payNos)
          .hasSize(ORDERS)
          .allSatisfy(payNo -> assertThat(channel.seen(payNo).path("query").asInt()).isOne());
      List<Long> shares = processes.stream().map(SharedReconcileProof::checks).toList();
      System.out.println("checks by process: " + shares);
      assertThat(shares).allMatch(share -> share > 0);
      assertThat(shares.stream().mapToLong(share -> share).sum()).isEqualTo(ORDERS);
    } finally {
      processes.forEach(ServiceProcess::close);
    }
  }

  private static long checks(ServiceProcess process) {
    return process
        .api()
        .get("/actuator/metrics/payment.reconcile.checks")
        .body()
        .path("measurements")
        .path(0)
        .path("value")
        .asLong(0);
  }
}
