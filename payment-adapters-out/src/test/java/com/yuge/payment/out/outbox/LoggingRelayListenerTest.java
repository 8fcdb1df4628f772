package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.Batch;
import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LoggingRelayListenerTest {
  private static final PendingEvent EVENT =
      new PendingEvent(1, 3, "E1", "PAY1", "TAG", "{}", Map.of(), Instant.EPOCH);

  private final LoggingRelayListener log = new LoggingRelayListener();

  @Test
  void troubleOfTheBrokerPassesByItself(CapturedOutput output) {
    log.batchEnded(result(Status.UNSENT, "timeout"), 1);

    assertThat(output).contains("nothing is lost, it goes on by itself: timeout");
  }

  /** A person is needed in the end, so it is not said before that nobody is. */
  @Test
  void anEventThatIsRefusedIsNotSaidToPassByItself(CapturedOutput output) {
    log.batchEnded(result(Status.REFUSED, "too large"), 1);
    log.batchEnded(result(Status.BLOCKED, "too large"), 0);

    assertThat(output)
        .contains("will wait for a person: too large")
        .contains("PAY1 is blocked, its events wait for a person")
        .doesNotContain("by itself");
  }

  private static BatchResult result(Status result, String reason) {
    return new BatchResult(
        new Batch(new Lease(3, 1), List.of(EVENT), false, false), result, reason);
  }
}
