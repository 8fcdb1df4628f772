package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.relay.Mail;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final long LONG = Duration.ofSeconds(20).toNanos();

  private final Inbox inbox = new Inbox();

  @Test
  void commitsOfOnePartitionAreOnePieceOfNews() throws InterruptedException {
    inbox.committed(3, 12);
    inbox.committed(3, 11);
    inbox.committed(3, 13);
    inbox.committed(7, 14);

    assertThat(inbox.await(LONG).committed()).isEqualTo(Map.of(3, 11L, 7, 14L));
    assertThat(inbox.await(0).committed().isEmpty()).isTrue();
  }

  @Test
  void whatCameBeforeTheWaitEndsItAtOnce() throws InterruptedException {
    inbox.knock();
    long before = System.nanoTime();

    assertThat(inbox.await(LONG).delivered()).isEmpty();

    assertThat(System.nanoTime() - before).isLessThan(LONG / 2);
  }

  @Test
  void newsWakesTheWaiter() throws Exception {
    CompletableFuture<Mail> mail =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return inbox.await(LONG);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });

    inbox.committed(5, 1);

    assertThat(mail.get(10, TimeUnit.SECONDS).committed()).containsOnlyKeys(5);
  }
}
