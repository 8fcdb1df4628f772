package com.yuge.payment.app.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a topic may bring at worst: events in another order than they happened, many of them several
 * times, some at once in another queue, and replays of earlier ones. At its end each queue has an
 * event that tells that the queue is read.
 */
final class DeliveryPlan {
  private static final int EVENTS_OF_AN_ORDER = 5;
  private static final int WINDOW = 50;
  private static final int REPLAYS = 3;

  /** An event on its way, and the queue that it goes to. */
  record Sent(Event event, int queue) {}

  /** A payment as far as adding up needs it. */
  record Event(String payNo, String eventId, BigDecimal amount) {}

  private final Random random;
  private final int queues;
  private final List<Event> events;
  private final List<Sent> deliveries = new ArrayList<>();

  DeliveryPlan(long seed, int events, int queues) {
    this.random = new Random(seed);
    this.queues = queues;
    this.events = IntStream.range(0, events).mapToObj(this::event).toList();
    planOnceOrSeveralTimes();
    shuffleWithinWindows();
    planReplays();
    IntStream.range(0, queues).forEach(this::planEndOf);
  }

  private Event event(int number) {
    String payNo = "PAY%010d".formatted(number / EVENTS_OF_AN_ORDER);
    BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
    return new Event(payNo, payNo + "-" + number % EVENTS_OF_AN_ORDER, amount);
  }

  private void planOnceOrSeveralTimes() {
    for (Event event : events) {
      int copies = random.nextInt(10) < 6 ? 1 : 2 + random.nextInt(2);
      IntStream.range(0, copies)
          .forEach(copy -> deliveries.add(new Sent(event, queue(event, copy))));
    }
  }

  // Now and then a copy is in another queue, where another thread reads it at the same time.
  private int queue(Event event, int copy) {
    boolean elsewhere = copy > 0 && random.nextInt(3) == 0;
    return elsewhere ? random.nextInt(queues) : Math.floorMod(event.payNo().hashCode(), queues);
  }

  private void shuffleWithinWindows() {
    for (int from = 0; from < deliveries.size(); from += WINDOW) {
      Collections.shuffle(
          deliveries.subList(from, Math.min(from + WINDOW, deliveries.size())), random);
    }
  }

  /** A tenth of what came until then comes again, in the order in which it came. */
  private void planReplays() {
    for (int replay = 1; replay <= REPLAYS; replay++) {
      int at = deliveries.size() * replay / (REPLAYS + 1);
      int from = random.nextInt(at);
      List<Sent> again =
          List.copyOf(deliveries.subList(from, Math.min(at, from + deliveries.size() / 10)));
      deliveries.addAll(at, again);
    }
  }

  private void planEndOf(int queue) {
    String payNo = "PAYEND" + queue;
    deliveries.add(new Sent(new Event(payNo, payNo + "-0", new BigDecimal("1.00")), queue));
  }

  List<Sent> deliveries() {
    return deliveries;
  }

  /** Each event once, those at the ends included. */
  List<Event> events() {
    List<Event> all = new ArrayList<>(events);
    deliveries.subList(deliveries.size() - queues, deliveries.size()).stream()
        .map(Sent::event)
        .forEach(all::add);
    return all;
  }

  /** What each pay order adds up to. */
  Map<String, BigDecimal> totals() {
    Map<String, BigDecimal> totals = new LinkedHashMap<>();
    events().forEach(event -> totals.merge(event.payNo(), event.amount(), BigDecimal::add));
    return totals;
  }
}
