package com.yuge.payment.app.hostile;

import com.yuge.payment.app.hostile.Shots.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends all requests over a few connections, and keeps what was wrong. */
final class Attack {
  private static final int CONNECTIONS = 4;
  private static final int MOST_TOLD = 10;
  private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What one kind of service does not answer, besides what none may. */
  interface Rule {
    Optional<String> complaint(Shot shot, List<HttpAnswer> answers);
  }

  private final HostileService service;
  private final Rule rule;
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
  private final TreeMap<String, TreeMap<String, Integer>> seen = new TreeMap<>();

  Attack(HostileService service, Rule rule) {
    this.service = service;
    this.rule = rule;
  }

  /** The first few of what was wrong, each with what repeats it. */
  List<String> complaints() {
    return complaints.stream().limit(MOST_TOLD).toList();
  }

  /** How often which status came, by kind of request. */
  String seen() {
    StringBuilder table = new StringBuilder();
    seen.forEach((kind, statuses) -> table.append("%n%-10s %s".formatted(kind, statuses)));
    return table.toString();
  }

  void run(List<Seeded> shots) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(threads.submit(() -> send(shots, next)));
      }
      for (Future<?> one : all) {
        Object unused = one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("the attack broke", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private int send(List<Seeded> shots, AtomicInteger next) throws IOException {
    int sent = 0;
    try (Wire callers = new Wire(service.port());
        Wire operators = new Wire(service.managementPort())) {
      for (int i = next.getAndIncrement(); i < shots.size(); i = next.getAndIncrement()) {
        Seeded one = shots.get(i);
        send(one, one.shot().operators() ? operators : callers);
        sent++;
      }
    }
    return sent;
  }

  private void send(Seeded one, Wire wire) throws IOException {
    long begin = System.nanoTime();
    try {
      List<HttpAnswer> answers = wire.exchange(one.shot());
      // Once may be the machine's doing; the same request twice is the request's.
      if (System.nanoTime() - begin > SLOW_NANOS && isSlow(one.shot(), wire)) {
        complain(one, "slow", answers);
      }
      count(one.shot(), answers);
      Judge.complaint(one.shot(), answers)
          .or(() -> rule.complaint(one.shot(), answers))
          .ifPresent(complaint -> complain(one, complaint, answers));
    } catch (IOException | AssertionError e) {
      complain(one, "no answer that can be read: " + e, List.of());
      wire.close();
    }
  }

  private static boolean isSlow(Shot shot, Wire wire) throws IOException {
    long begin = System.nanoTime();
    List<HttpAnswer> unused = wire.exchange(shot);
    return System.nanoTime() - begin > SLOW_NANOS;
  }

  private void complain(Seeded one, String complaint, List<HttpAnswer> answers) {
    complaints.add(
        "%s: -Dhostile.from=%d -Dhostile.count=1: %s%nto %s%nanswered by %s"
            .formatted(complaint, one.seed(), one.shot().endpoint(), one.shot().told(), answers));
  }

  private synchronized void count(Shot shot, List<HttpAnswer> answers) {
    TreeMap<String, Integer> statuses = seen.computeIfAbsent(shot.kind(), kind -> new TreeMap<>());
    if (answers.isEmpty()) {
      statuses.merge("closed", 1, Integer::sum);
    }
    answers.forEach(
        answer -> statuses.merge(answer.status() + " " + Judge.code(answer), 1, Integer::sum));
  }
}
