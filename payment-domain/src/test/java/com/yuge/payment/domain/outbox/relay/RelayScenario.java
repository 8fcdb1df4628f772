package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.annotation.CanIgnoreReturnValue;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractDurationAssert;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.MapAssert;

/** A scenario of a relay of one instance, whose workers run when told to. */
abstract class RelayScenario {
  static final RelaySettings SETTINGS = RelayFixtures.SETTINGS;
  static final Duration BACKOFF = SETTINGS.backoffMin();

  final ScriptedPorts given = new ScriptedPorts();
  final When when = new When();
  final Then then = new Then();
  final Deque<Supplier<List<BatchResult>>> sends = new ArrayDeque<>();

  /** What a run asks for before it reads: to ack, or to block a key. */
  final Deque<Supplier<List<BatchResult>>> endings = new ArrayDeque<>();

  final RelayEvents relay =
      new RelayEvents(
          "a",
          given.with(task -> (given.hasRead ? sends : endings).add(task)),
          SETTINGS,
          new Ticker(() -> given.now, () -> 0.0));

  Duration nextDuty() {
    return Duration.ofNanos(relay.untilNextDuty());
  }

  /** Runs a task, and brings its results. */
  @CanIgnoreReturnValue
  List<BatchResult> bring(Supplier<List<BatchResult>> task) {
    List<BatchResult> results = task.get();
    run(new RelaySignals(Map.of(), results));
    return results;
  }

  void run(RelaySignals signals) {
    given.hasRead = false;
    relay.runOnce(signals);
  }

  /** What happens next. */
  @CanIgnoreReturnValue
  final class When {
    When runs() {
      run(RelaySignals.none());
      return this;
    }

    /** No run comes before the next thing that happens. */
    When waits(Duration time) {
      given.pass(time);
      return this;
    }

    When after(Duration time) {
      return waits(time).runs();
    }

    When polls() {
      return after(SETTINGS.pollMax());
    }

    @CheckReturnValue
    ScriptedPorts.Rows<When> commits(long row) {
      return partition -> {
        given.waiting(row).in(partition);
        run(new RelaySignals(Map.of(partition, row), List.of()));
        return this;
      };
    }

    /** The broker takes the oldest batch, which is not acked yet. */
    When sends() {
      assertThat(brought(sends.remove())).isEqualTo(Status.SENT);
      return this;
    }

    /** Sends the oldest batch, and acks it if the broker took it; for each, that ends like this. */
    When delivers(Status... expected) {
      for (Status status : expected) {
        assertThat(deliver()).isEqualTo(status);
      }
      return this;
    }

    private Status deliver() {
      Status status = brought((endings.isEmpty() ? sends : endings).remove());
      if (status != Status.SENT) {
        return status;
      }
      if (endings.isEmpty()) {
        after(AckBatcher.EVERY);
      }
      return brought(endings.remove());
    }

    private Status brought(Supplier<List<BatchResult>> ofOneBatch) {
      List<BatchResult> results = bring(ofOneBatch);
      assertThat(results).hasSize(1);
      return results.get(0).status();
    }
  }

  /** What can be seen of it. */
  final class Then {
    ListAssert<String> calls() {
      return assertThat(given.calls);
    }

    MapAssert<Long, PendingEvent> waiting() {
      return assertThat(given.waiting);
    }

    /** The batches that nobody has sent yet. */
    ListAssert<Supplier<List<BatchResult>>> sends() {
      return assertThat(List.copyOf(sends));
    }

    AbstractDurationAssert<?> nextDuty() {
      return assertThat(RelayScenario.this.nextDuty());
    }
  }
}
