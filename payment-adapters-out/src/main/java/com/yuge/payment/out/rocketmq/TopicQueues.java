package com.yuge.payment.out.rocketmq;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.jspecify.annotations.Nullable;

/**
 * Assigns each partition a queue of the topic. The queue stays the same until its broker has been
 * gone for a while; then availability is more important than order.
 */
final class TopicQueues {
  /** How long a route is used without a new query while sends succeed. */
  static final Duration BELIEVED = Duration.ofSeconds(30);

  /** The shortest time between two queries to the name server after a failure. */
  static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(1);

  /** How long a queue may be missing from the route: a broker restarts within this time. */
  static final Duration MISSED = Duration.ofSeconds(5);

  // Spreads the partitions over all brokers, however many queues each of them has.
  private static final Comparator<MessageQueue> BROKERS_IN_TURNS =
      Comparator.comparingInt(MessageQueue::getQueueId).thenComparing(MessageQueue::getBrokerName);

  private final Route route;
  private final LongSupplier nanoTime;
  private final ReentrantLock asking = new ReentrantLock();
  private final Map<Integer, Seat> seats = new HashMap<>();
  private List<MessageQueue> queues = List.of();
  private long askedAt;
  private boolean doubted = true;

  /** Asks the name server. */
  interface Route {
    List<MessageQueue> ask() throws MQClientException;
  }

  /**
   * A partition's queue, and since when it has been missing from the route; null while the route
   * has it.
   */
  private record Seat(MessageQueue queue, @Nullable Long missingSince) {}

  TopicQueues(Route route, LongSupplier nanoTime) {
    this.route = route;
    this.nanoTime = nanoTime;
    this.askedAt = nanoTime.getAsLong() - BELIEVED.toNanos();
  }

  /** Returns the queue of a partition; throws if no route was ever found. */
  MessageQueue of(int partition) throws MQClientException {
    refresh();
    return seat(partition, nanoTime.getAsLong());
  }

  /** The broker of a partition's queue, as far as is known. */
  synchronized Optional<String> brokerOf(int partition) {
    return Optional.ofNullable(seats.get(partition)).map(seat -> seat.queue().getBrokerName());
  }

  /** Makes a new query to the name server due soon. */
  synchronized void doubt() {
    doubted = true;
  }

  private void refresh() throws MQClientException {
    if (!mayAsk()) {
      return;
    }
    try {
      if (isDue()) {
        begin();
        learn(route.ask().stream().sorted(BROKERS_IN_TURNS).toList());
      }
    } catch (MQClientException e) {
      failed();
      if (knowsNothing()) {
        throw e;
      }
    } finally {
      asking.unlock();
    }
  }

  // One thread queries, and the others use the known queues, because a query takes seconds if the
  // name server is unavailable. While no queues are known, all threads wait.
  private boolean mayAsk() {
    if (knowsNothing()) {
      asking.lock();
      return true;
    }
    return isDue() && asking.tryLock();
  }

  private synchronized boolean isDue() {
    Duration pause = doubted ? BETWEEN_DOUBTS : BELIEVED;
    return nanoTime.getAsLong() - askedAt >= pause.toNanos();
  }

  private synchronized void begin() {
    askedAt = nanoTime.getAsLong();
    doubted = false;
  }

  // The pause begins now, at the end of the query. So threads that waited for this answer do not
  // ask again one after the other, each for seconds.
  private synchronized void failed() {
    askedAt = nanoTime.getAsLong();
    doubted = true;
  }

  private synchronized void learn(List<MessageQueue> found) {
    queues = found;
  }

  private synchronized boolean knowsNothing() {
    return queues.isEmpty();
  }

  private synchronized MessageQueue seat(int partition, long now) throws MQClientException {
    if (queues.isEmpty()) {
      throw new MQClientException("the topic has no route yet", null);
    }
    Seat seat = seats.get(partition);
    if (seat == null || isGone(seat, now)) {
      seat = new Seat(queues.get(partition % queues.size()), null);
    } else if (queues.contains(seat.queue())) {
      seat = new Seat(seat.queue(), null);
    } else if (seat.missingSince() == null) {
      seat = new Seat(seat.queue(), now);
      doubted = true;
    }
    seats.put(partition, seat);
    return seat.queue();
  }

  private boolean isGone(Seat seat, long now) {
    Long since = seat.missingSince();
    return since != null && !queues.contains(seat.queue()) && now - since >= MISSED.toNanos();
  }
}
