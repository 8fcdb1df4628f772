package com.yuge.payment.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import com.yuge.payment.domain.retention.TrimRecords.Chunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrimRecordsTest {
  private static final int CHUNK = 10;

  private final List<String> asked = new ArrayList<>();
  private final Map<Kind, Duration> retention = new EnumMap<>(Kind.class);
  private int troubles;

  TrimRecordsTest() {
    retention.put(Kind.CALLBACK, Duration.ofDays(1));
    retention.put(Kind.REFUSED_CALLBACK, Duration.ofDays(2));
    retention.put(Kind.STEP, Duration.ofDays(3));
    retention.put(Kind.OPERATOR_ACTION, Duration.ofDays(4));
    retention.put(Kind.LIMIT_CHANGE, Duration.ofDays(5));
    retention.put(Kind.LIMIT_USE, Duration.ofDays(6));
    retention.put(Kind.STATEMENT_LINE, Duration.ofDays(7));
    retention.put(Kind.STATEMENT_FILE, Duration.ofDays(8));
    retention.put(Kind.STATEMENT_CHANGE, Duration.ofDays(9));
    retention.put(Kind.DISCREPANCY, Duration.ofDays(10));
    retention.put(Kind.DISCREPANCY_CHANGE, Duration.ofDays(11));
  }

  /** Holds 15 old callbacks and one old record of each other kind. */
  private Trimmed trim(Kind kind, long after, Duration kept, int limit) {
    asked.add(kind + " after " + after + " kept " + kept.toDays() + " d");
    if (troubles-- > 0) {
      throw new IllegalStateException("away");
    }
    return kind == Kind.CALLBACK && after == 0
        ? new Trimmed(limit, limit, false)
        : new Trimmed(1, after + 1, true);
  }

  @Test
  void eachKindIsTrimmedToItsEndByItsOwnRetentionAndThenFromTheBeginning() {
    TrimRecords trim = new TrimRecords(this::trim, retention, CHUNK);

    List<Chunk> round = Stream.generate(trim::trim).limit(13).toList();

    assertThat(round)
        .containsExactly(
            new Chunk(Kind.CALLBACK, CHUNK, true),
            new Chunk(Kind.CALLBACK, 1, true),
            new Chunk(Kind.REFUSED_CALLBACK, 1, true),
            new Chunk(Kind.STEP, 1, true),
            new Chunk(Kind.OPERATOR_ACTION, 1, true),
            new Chunk(Kind.LIMIT_CHANGE, 1, true),
            new Chunk(Kind.LIMIT_USE, 1, true),
            new Chunk(Kind.STATEMENT_LINE, 1, true),
            new Chunk(Kind.STATEMENT_FILE, 1, true),
            new Chunk(Kind.STATEMENT_CHANGE, 1, true),
            new Chunk(Kind.DISCREPANCY, 1, true),
            new Chunk(Kind.DISCREPANCY_CHANGE, 1, false),
            new Chunk(Kind.CALLBACK, CHUNK, true));
    assertThat(asked)
        .containsExactly(
            "CALLBACK after 0 kept 1 d",
            "CALLBACK after 10 kept 1 d",
            "REFUSED_CALLBACK after 0 kept 2 d",
            "STEP after 0 kept 3 d",
            "OPERATOR_ACTION after 0 kept 4 d",
            "LIMIT_CHANGE after 0 kept 5 d",
            "LIMIT_USE after 0 kept 6 d",
            "STATEMENT_LINE after 0 kept 7 d",
            "STATEMENT_FILE after 0 kept 8 d",
            "STATEMENT_CHANGE after 0 kept 9 d",
            "DISCREPANCY after 0 kept 10 d",
            "DISCREPANCY_CHANGE after 0 kept 11 d",
            "CALLBACK after 0 kept 1 d");
  }

  @Test
  void aChunkThatFailedIsTriedAgain() {
    TrimRecords trim = new TrimRecords(this::trim, retention, CHUNK);
    assertThat(trim.trim().goesOn()).isTrue();
    troubles = 1;

    assertThatThrownBy(trim::trim).hasMessage("away");
    assertThat(trim.trim()).isEqualTo(new Chunk(Kind.CALLBACK, 1, true));
  }

  @Test
  void noKindIsForgotten() {
    retention.remove(Kind.STEP);

    assertThatThrownBy(() -> new TrimRecords(this::trim, retention, CHUNK))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
