package com.yuge.payment.domain.retention;

import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Limits the number of records: removes old ones, one kind after the other, a chunk at a time. It
 * remembers its position, so records that must stay are passed over once per round. Used by one
 * thread.
 */
public final class TrimRecords {
  private static final List<Kind> KINDS = List.of(Kind.values());

  private final AgedRecords records;
  private final Map<Kind, Duration> retention;
  private final int chunk;
  private int kind;
  private long row;

  /**
   * @param retention how long a record of each kind is kept
   */
  public TrimRecords(AgedRecords records, Map<Kind, Duration> retention, int chunk) {
    this.records = records;
    this.retention = new EnumMap<>(retention);
    this.chunk = chunk;
    if (!this.retention.keySet().containsAll(KINDS)) {
      throw new IllegalArgumentException("every kind needs a retention: " + retention);
    }
  }

  /**
   * The result of one chunk.
   *
   * @param kind the kind of the records
   * @param removed the number of removed records
   * @param goesOn whether the round continues; otherwise the next one begins at the oldest record
   */
  public record Chunk(Kind kind, int removed, boolean goesOn) {}

  public Chunk trim() {
    Kind now = KINDS.get(kind);
    Trimmed trimmed = records.trim(now, row, kept(now), chunk);
    row = trimmed.end() ? 0 : trimmed.lastRow();
    if (trimmed.end()) {
      kind = (kind + 1) % KINDS.size();
    }
    return new Chunk(now, trimmed.removed(), kind > 0 || row > 0);
  }

  private Duration kept(Kind now) {
    return Objects.requireNonNull(retention.get(now));
  }
}
