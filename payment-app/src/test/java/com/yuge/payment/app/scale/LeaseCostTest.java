package com.yuge.payment.app.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.Parallel;
import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.domain.outbox.relay.LeaseRenewal;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/** What renewals of leases cost a real database, one after the other and all at once. */
@EnabledIfSystemProperty(named = "proof.long", matches = "true")
class LeaseCostTest {
  /** So long that none ends while this runs. */
  private static final Duration LEASE = Duration.ofHours(1);

  private static final int ROUNDS = 3;
  private static final int MOST_ROUNDS_TO_SHARE = 10;
  private static final int[] INSTANCES = {1, 16, 64};

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_leases");

  @Test
  void theTable() throws InterruptedException {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.outbox.relay.enabled=false");
    ConfigurableApplicationContext service = ServiceInJvm.start(arguments);
    try {
      PartitionLeases leases = service.getBean(PartitionLeases.class);
      for (int partitions : new int[] {16, 256}) {
        raise(partitions);
        for (int instances : INSTANCES) {
          if (instances <= partitions) {
            measure(leases, instances, partitions);
          }
        }
      }
    } finally {
      ServiceInJvm.stop(service);
    }
  }

  private void raise(int partitions) {
    for (int partition = 16; partition < partitions; partition++) {
      int unused =
          database
              .jdbc()
              .sql("INSERT INTO t_outbox_partition (partition_no) VALUES (?)")
              .param(partition)
              .update();
    }
  }

  private void measure(PartitionLeases leases, int instances, int partitions)
      throws InterruptedException {
    List<String> owners = IntStream.range(0, instances).mapToObj("owner-%03d"::formatted).toList();
    share(leases, owners, partitions);
    long rowsBefore = rowsRead();
    long begun = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      owners.forEach(owner -> renew(leases, owner));
    }
    double renewals = ROUNDS * instances;
    double alone = (System.nanoTime() - begun) / 1e6 / renewals;
    double rows = (rowsRead() - rowsBefore) / renewals;
    AtOnce together = atOnce(leases, owners);
    System.out.printf(
        "%d instances, %d partitions: %.1f ms and %.0f rows a renewal; all at once: %.0f ms until"
            + " the last, %d of %d leases skipped%n",
        instances,
        partitions,
        alone,
        rows,
        together.millis(),
        together.skipped(),
        partitions * ROUNDS);
    owners.forEach(owner -> leave(leases, owner));
  }

  private record AtOnce(double millis, int skipped) {}

  /** A row that another renewal had locked for a moment is skipped, and is not renewed. */
  private AtOnce atOnce(PartitionLeases leases, List<String> owners) throws InterruptedException {
    double longest = 0;
    int skipped = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> before = ends();
      List<Callable<LeaseRenewal>> calls =
          owners.stream().<Callable<LeaseRenewal>>map(owner -> () -> renew(leases, owner)).toList();
      long begun = System.nanoTime();
      List<LeaseRenewal> unused = Parallel.run(calls);
      longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
      Set<String> kept = ends();
      kept.retainAll(before);
      skipped += kept.size();
    }
    return new AtOnce(longest, skipped);
  }

  /** Each partition with the end of its lease, as text. */
  private Set<String> ends() {
    return new HashSet<>(
        database
            .jdbc()
            .sql("SELECT CONCAT(partition_no, ' ', lease_until) FROM t_outbox_partition")
            .query(String.class)
            .list());
  }

  private static void share(PartitionLeases leases, List<String> owners, int partitions) {
    int held = 0;
    for (int round = 0; held < partitions; round++) {
      assertThat(round).as("rounds until all is shared").isLessThan(MOST_ROUNDS_TO_SHARE);
      held = owners.stream().mapToInt(owner -> takeShare(leases, owner)).sum();
    }
  }

  private static int takeShare(PartitionLeases leases, String owner) {
    LeaseRenewal renewal = renew(leases, owner);
    List<Integer> held = renewal.held().stream().map(one -> one.lease().partition()).toList();
    int keeps = Math.min(held.size(), renewal.share());
    leases.release(owner, held.subList(keeps, held.size()));
    return keeps;
  }

  private static LeaseRenewal renew(PartitionLeases leases, String owner) {
    return leases.renew(owner, LEASE);
  }

  private static void leave(PartitionLeases leases, String owner) {
    leases.release(
        owner, renew(leases, owner).held().stream().map(held -> held.lease().partition()).toList());
    leases.leave(owner);
  }

  /** Rows that the server read for anybody; nobody else is busy meanwhile. */
  private long rowsRead() {
    return database
        .jdbc()
        .sql(
            """
            SELECT SUM(variable_value) FROM information_schema.global_status
            WHERE variable_name LIKE 'Handler_read%'
            """)
        .query(Long.class)
        .single();
  }
}
