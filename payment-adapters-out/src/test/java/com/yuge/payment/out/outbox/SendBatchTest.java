package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.out.outbox.Delivery.Result;
import com.yuge.payment.out.outbox.EventSender.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SendBatchTest {
  private static final Lease LEASE = new Lease(3, 1);
  private static final List<PendingEvent> BATCH =
      List.of(new PendingEvent(7, 3, "E", "K", "TAG", "{}", Map.of()));

  private final List<String> calls = new ArrayList<>();
  private final Inbox inbox = new Inbox();
  private Supplier<SendOutcome> broker = SendOutcome.Sent::new;
  private int acksThatFail;
  private boolean mine = true;

  @Test
  void sendsThenStrikesOff() throws InterruptedException {
    assertThat(deliver().result()).isEqualTo(Result.PUBLISHED);
    assertThat(calls).containsExactly("send", "ack [7]");
  }

  @Test
  void strikesNothingOffThatTheBrokerMayNotHave() throws InterruptedException {
    broker = () -> new SendOutcome.Trouble("busy");

    assertThat(deliver()).isEqualTo(new Delivery(3, Result.TROUBLE, 1, true, "busy"));
    assertThat(calls).containsExactly("send");
  }

  @Test
  void whatTheBrokerHasIsNotSentAgainBecauseTheDatabaseWasBusyForAMoment()
      throws InterruptedException {
    acksThatFail = 2;

    assertThat(deliver().result()).isEqualTo(Result.PUBLISHED);
    assertThat(calls).containsExactly("send", "ack [7]", "ack [7]", "ack [7]");
  }

  @Test
  void aDatabaseThatStaysAwayIsTroubleInTheEnd() throws InterruptedException {
    acksThatFail = 99;

    assertThat(deliver().result()).isEqualTo(Result.TROUBLE);
  }

  @Test
  void whoLostThePartitionSaysSo() throws InterruptedException {
    mine = false;

    assertThat(deliver().result()).isEqualTo(Result.FENCED);
  }

  @Test
  void anErrorIsNewsToo() throws InterruptedException {
    broker =
        () -> {
          throw new NoClassDefFoundError("broken deployment");
        };

    assertThat(deliver().reason()).contains("broken deployment");
  }

  @Test
  void whatWaitedUntilItsLeaseGotShortIsNotSent() throws InterruptedException {
    batch(System.nanoTime() - 1).run();

    assertThat(delivery().result()).isEqualTo(Result.TROUBLE);
    assertThat(calls).isEmpty();
  }

  private Delivery deliver() throws InterruptedException {
    batch(System.nanoTime() + Duration.ofMinutes(1).toNanos()).run();
    return delivery();
  }

  private Delivery delivery() throws InterruptedException {
    List<Delivery> delivered = inbox.await(0).delivered();
    assertThat(delivered).hasSize(1);
    return delivered.get(0);
  }

  private SendBatch batch(long sendBefore) {
    EventSender sender =
        (partition, batch, timeout) -> {
          calls.add("send");
          return broker.get();
        };
    return new SendBatch(
        "a", LEASE, BATCH, sendBefore, true, sender, new ToDoList(), inbox, Duration.ofSeconds(3));
  }

  private final class ToDoList implements PendingEvents {
    @Override
    public List<PendingEvent> heads(Collection<Integer> partitions, int limit) {
      throw new UnsupportedOperationException("a worker reads nothing");
    }

    @Override
    public boolean ack(String owner, Lease lease, List<Long> rowIds) {
      calls.add("ack " + rowIds);
      if (acksThatFail-- > 0) {
        throw new StoreUnavailable("busy", new IllegalStateException());
      }
      return mine;
    }
  }
}
