package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.retention.TrimRecords;
import com.yuge.payment.domain.retention.TrimRecords.Chunk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** Trims records of callbacks, steps, operators' actions and limits, on one instance at a time. */
final class RecordTrimming {
  /** A quarter of a million records with the default settings; the next run continues there. */
  static final int MOST_CHUNKS = 250;

  private final TrimRecords trim;
  private final RelayStatus status;
  private final RetentionProperties properties;
  private final MeterRegistry meters;

  RecordTrimming(
      TrimRecords trim, RelayStatus status, RetentionProperties properties, MeterRegistry meters) {
    this.trim = trim;
    this.status = status;
    this.properties = properties;
    this.meters = meters;
  }

  /** Trims up to {@link #MOST_CHUNKS} chunks. */
  void run() {
    try {
      int chunks = 0;
      while (chunks < MOST_CHUNKS && status.runsMaintenance() && counted(trim.trim()).goesOn()) {
        chunks++;
        Thread.sleep(properties.pause().toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Duration interval() {
    return properties.interval();
  }

  private Chunk counted(Chunk chunk) {
    String kind = chunk.kind().name().toLowerCase(Locale.ROOT);
    meters.counter("payment.records.trimmed", "kind", kind).increment(chunk.removed());
    return chunk;
  }
}
