package com.yuge.payment.out.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long published events stay in the log, and how often one looks at what waits.
 *
 * @param retention how long a published event can be replayed: over a long weekend
 * @param retentionChunk events removed in one transaction: short, so that it is in nobody's way
 * @param retentionPause between two such: 5,000 events a second at most, more than are written
 * @param retentionInterval between two rounds through the log
 * @param watchInterval between two looks for metrics and health: four statements each
 * @param countLimit where counting what waits ends: what is beyond is "a lot"
 */
@ConfigurationProperties("payment.outbox")
public record OutboxUpkeepProperties(
    @DefaultValue("7d") Duration retention,
    @DefaultValue("1000") int retentionChunk,
    @DefaultValue("200ms") Duration retentionPause,
    @DefaultValue("1m") Duration retentionInterval,
    @DefaultValue("10s") Duration watchInterval,
    @DefaultValue("10000") int countLimit) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  public OutboxUpkeepProperties {
    Map<String, Boolean> rules = new LinkedHashMap<>();
    rules.put("retention must be 1h to 3650d", isWithin(retention, HOUR, Duration.ofDays(3650)));
    rules.put(
        "retention-chunk must be 1 to 10000", retentionChunk >= 1 && retentionChunk <= 10_000);
    rules.put(
        "retention-pause must be 1ms to 1h", isWithin(retentionPause, Duration.ofMillis(1), HOUR));
    rules.put("retention-interval must be 1s to 1h", isWithin(retentionInterval, SECOND, HOUR));
    rules.put("watch-interval must be 1s to 1h", isWithin(watchInterval, SECOND, HOUR));
    rules.put("count-limit must be 1 to 1000000", countLimit >= 1 && countLimit <= 1_000_000);
    rules.values().removeIf(holds -> holds);
    if (!rules.isEmpty()) {
      throw new IllegalArgumentException(
          "payment.outbox." + String.join("\npayment.outbox.", rules.keySet()));
    }
  }

  private static boolean isWithin(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }
}
