package com.yuge.payment.app.hostile;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.yuge.payment.app.e2e.Parallel;
import com.yuge.payment.app.hostile.HostileRequests.Seeded;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests over a few connections at once, and finds what was wrong with the answers. */
final class Attack {
  private static final int CONNECTIONS = 4;
  private static final int MOST_COMPLAINTS = 10;
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final int SLOW_TIMES = 3;

  /** What one kind of service does not answer, besides what none may. */
  interface Rule {
    Optional<String> complaint(HostileRequest request, List<HttpAnswer> answers);
  }

  private final HostileService service;
  private final Rule rule;
  private final Tally tally = new Tally();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Queue<Seeded> slow = new ConcurrentLinkedQueue<>();

  Attack(HostileService service, Rule rule) {
    this.service = service;
    this.rule = rule;
  }

  /** All of them, once; more than once only what was slow. */
  Tally run(List<Seeded> requests) throws Exception {
    Tables.Rows before = service.tables().rows();
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> connection = () -> send(requests, next);
    Parallel.run(Collections.nCopies(CONNECTIONS, connection));
    for (Seeded one : slow) {
      askAgain(one);
    }
    assertSoftly(
        wrong -> {
          wrong.assertThat(complaints).isEmpty();
          wrong.assertThat(service.tables().rows()).as("rows").isEqualTo(before);
        });
    return tally;
  }

  /** Stops early where enough is wrong; tells whether it did not. */
  private boolean send(List<Seeded> requests, AtomicInteger next) throws IOException {
    try (Wire callers = new Wire(service.port());
        Wire operators = new Wire(service.managementPort())) {
      int i = next.getAndIncrement();
      while (i < requests.size() && complaints.size() < MOST_COMPLAINTS) {
        Seeded one = requests.get(i);
        send(one, one.request().operators() ? operators : callers);
        i = next.getAndIncrement();
      }
      return i >= requests.size();
    }
  }

  private void send(Seeded one, Wire wire) throws IOException {
    long begin = System.nanoTime();
    try {
      List<HttpAnswer> answers = wire.exchange(one.request());
      if (isSlow(begin)) {
        slow.add(one);
      }
      tally.add(one.request(), answers);
      ResponseChecks.complaint(one.request(), answers)
          .or(() -> rule.complaint(one.request(), answers))
          .ifPresent(complaint -> complain(one, complaint, answers));
    } catch (IOException | AssertionError e) {
      complain(one, "no answer that can be read: " + e, List.of());
      wire.close();
    }
  }

  private static boolean isSlow(long begin) {
    return System.nanoTime() - begin > SLOW.toNanos();
  }

  /** Alone now: that it was slow once may be the machine's doing, always is the request's. */
  private void askAgain(Seeded one) throws IOException {
    for (int i = 0; i < SLOW_TIMES; i++) {
      try (Wire wire =
          new Wire(one.request().operators() ? service.managementPort() : service.port())) {
        long begin = System.nanoTime();
        wire.exchange(one.request());
        if (!isSlow(begin)) {
          return;
        }
      }
    }
    complain(one, "slow, each of %d times".formatted(SLOW_TIMES), List.of());
  }

  private void complain(Seeded one, String complaint, List<HttpAnswer> answers) {
    complaints.add(
        "%s: -Dhostile.from=%d -Dhostile.count=1: %s%nto %s%nanswered by %s"
            .formatted(
                complaint,
                one.seed(),
                one.request().endpoint().name(),
                one.request().shown(),
                answers));
  }
}
