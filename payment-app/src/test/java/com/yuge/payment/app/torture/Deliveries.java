package com.yuge.payment.app.torture;

import com.yuge.payment.app.proof.Delivery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the log of events with the topic and with what the consumer did. */
record Deliveries(List<Rows.Event> events, Findings findings) {
  /** All came, nothing else did, and the first deliveries of a pay order in order in one queue. */
  void compareTopic(List<Delivery> came) {
    List<String> all = came.stream().map(Delivery::eventId).toList();
    findings.compare("event in the topic", ids(), new TreeSet<>(all));
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    events.forEach(event -> add(wanted, event.aggregateKey(), event.eventId()));
    Map<String, List<String>> got = new LinkedHashMap<>();
    Map<String, Set<String>> queues = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Delivery delivery : came) {
      queues.computeIfAbsent(delivery.key(), key -> new TreeSet<>()).add(delivery.queue());
      if (seen.add(delivery.eventId())) {
        add(got, delivery.key(), delivery.eventId());
      }
    }
    wanted.forEach(
        (key, order) -> {
          List<String> arrival = got.getOrDefault(key, List.of());
          if (!arrival.equals(order)) {
            findings.wrong("order of events: %s instead of %s".formatted(arrival, order));
          }
        });
    queues.forEach(
        (key, several) -> {
          if (several.size() > 1) {
            findings.wrong("%s is in the queues %s".formatted(key, several));
          }
        });
  }

  private static void add(Map<String, List<String>> all, String key, String id) {
    all.computeIfAbsent(key, unused -> new ArrayList<>()).add(id);
  }

  /** Each event was handled once, and the sums are those of its rows. */
  void compareConsumer(JdbcClient shop, List<String> deadLetters) {
    findings.compare(
        "event at the consumer",
        ids(),
        shop.sql("SELECT event_id FROM t_handled").query(String.class).list());
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    handled(shop, "SELECT DISTINCT event_id, pay_no, tag, amount FROM t_handled")
        .forEach(one -> sums.merge(one.key(), one.amount(), BigDecimal::add));
    for (Handled total : handled(shop, "SELECT '' AS event_id, pay_no, tag, amount FROM t_total")) {
      BigDecimal sum = sums.getOrDefault(total.key(), BigDecimal.ZERO);
      if (sum.compareTo(total.amount()) != 0) {
        findings.wrong("the consumer's sum is %s instead of %s".formatted(total, sum));
      }
    }
    deadLetters.forEach(findings::lost);
  }

  /** What the consumer added up. */
  private record Handled(String eventId, String payNo, String tag, BigDecimal amount) {
    String key() {
      return payNo + " " + tag;
    }
  }

  private static List<Handled> handled(JdbcClient shop, String sql) {
    return shop.sql(sql).query(Handled.class).list();
  }

  private List<String> ids() {
    return events.stream().map(Rows.Event::eventId).toList();
  }
}
