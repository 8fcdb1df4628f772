package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was committed against what came out of the broker, in the order of each queue. */
public record DeliveryReport(List<String> committed, List<Delivery> came) {
  /** Reads it all, once nothing waits any more; no trouble has used up attempts. */
  public static DeliveryReport of(OutboxRows rows, ProofTopic topic) {
    return ofAllBut("", rows, topic);
  }

  /** The same, one event of which is never to come. */
  static DeliveryReport ofAllBut(String skipped, OutboxRows rows, ProofTopic topic) {
    rows.awaitNothingWaits();
    assertThat(rows.blocked()).as("blocked by trouble").isEmpty();
    List<String> committed =
        rows.committed().stream().filter(eventId -> !eventId.equals(skipped)).toList();
    return new DeliveryReport(committed, topic.read(committed));
  }

  /** Every committed event came, no other did, and the first ones of each pay order in order. */
  public DeliveryReport requireComplete() {
    Set<String> first = new LinkedHashSet<>(came.stream().map(Delivery::eventId).toList());
    assertThat(without(committed, first)).as("committed, but did not come").isEmpty();
    assertThat(without(first, new HashSet<>(committed))).as("came uncommitted").isEmpty();
    Map<String, List<String>> order = new LinkedHashMap<>();
    committed.forEach(id -> order.computeIfAbsent(payNo(id), k -> new ArrayList<>()).add(id));
    Map<String, List<String>> arrival = new LinkedHashMap<>();
    first.forEach(id -> arrival.computeIfAbsent(payNo(id), k -> new ArrayList<>()).add(id));
    assertThat(arrival).as("first deliveries by pay order").isEqualTo(order);
    requireOneQueueEach();
    return this;
  }

  private static List<String> without(Collection<String> ids, Set<String> others) {
    return ids.stream().filter(id -> !others.contains(id)).toList();
  }

  // Of several queues nobody could say what was read first.
  private void requireOneQueueEach() {
    Map<String, Set<String>> queues = new LinkedHashMap<>();
    came.forEach(d -> queues.computeIfAbsent(d.key(), k -> new HashSet<>()).add(d.queue()));
    assertThat(queues.values()).allMatch(several -> several.size() == 1);
  }

  /** The ids of what came again, as often as it did. */
  public List<String> duplicates() {
    Set<String> seen = new HashSet<>();
    return came.stream().map(Delivery::eventId).filter(id -> !seen.add(id)).toList();
  }

  private static String payNo(String eventId) {
    return eventId.substring(0, eventId.lastIndexOf('-'));
  }
}
