package com.yuge.payment.domain.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Table<String, Integer> table = new Table<>(store);

  @Test
  void whatWasReadStaysAsItWasWhenAnotherCommits() {
    store.run(() -> assertThat(table.insert("row", 1)).isTrue());
    List<Map.Entry<String, Integer>> read = table.entries();

    store.run(
        () -> {
          assertThat(table.lock("row")).contains(1);
          table.put("row", 2);
        });

    assertThat(read).containsExactly(Map.entry("row", 1));
    assertThat(table.entries()).containsExactly(Map.entry("row", 2));
  }
}
