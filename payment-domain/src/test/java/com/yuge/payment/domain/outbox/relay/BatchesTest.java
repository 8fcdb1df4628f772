package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final PendingEvent three = event("123");
  private final PendingEvent nine = event("支付单");

  @Test
  void takesTheFirstThatFitInBytes() {
    assertThat(Batches.fitting(List.of(three, nine, three), 3, 15))
        .containsExactly(three, nine, three);
    assertThat(Batches.fitting(List.of(three, nine, three), 3, 14)).containsExactly(three, nine);
    assertThat(Batches.fitting(List.of(three, nine, three), 3, 11)).containsExactly(three);
  }

  @Test
  void takesNoMoreThanAllowed() {
    assertThat(Batches.fitting(List.of(three, nine, three), 2, 100)).containsExactly(three, nine);
  }

  @Test
  void neverLeavesTheHeadBehind() {
    assertThat(Batches.fitting(List.of(nine, three), 3, 1)).containsExactly(nine);
  }

  @Test
  void countsBytesAsUtf8Does() {
    for (String payload : List.of("a", "é", "付", "😀", "é付😀a")) {
      int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
      List<PendingEvent> two = List.of(event(payload), event(payload));

      assertThat(Batches.fitting(two, 2, 2 * bytes)).hasSize(2);
      assertThat(Batches.fitting(two, 2, 2 * bytes - 1)).hasSize(1);
    }
  }

  private static PendingEvent event(String payload) {
    return new PendingEvent(1, 0, "E", "K", "TAG", payload, Map.of(), Instant.EPOCH);
  }
}
