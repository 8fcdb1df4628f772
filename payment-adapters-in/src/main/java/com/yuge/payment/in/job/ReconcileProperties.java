package com.yuge.payment.in.job;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * How the service looks after orders that no callback has ended.
 *
 * @param enabled whether this instance does
 * @param scanInterval pause between two searches for due orders; a plain number is seconds
 * @param timeoutThresholdMinutes how long a channel has to tell of a payment before it is asked
 * @param batchSize orders taken at once, at most
 * @param workers orders looked at at once; each may wait for its channel
 * @param hold how long a taken order is nobody else's: longer than a look with all its calls, and
 *     how long a look that a crash cut short has to wait
 * @param backoffMax longest pause between two looks at one order
 * @param afterEnd how long after an unpaid end the channel is asked again; empty for never
 */
@ConfigurationProperties("payment.reconcile")
public record ReconcileProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("60") @DurationUnit(ChronoUnit.SECONDS) Duration scanInterval,
    @DefaultValue("5") int timeoutThresholdMinutes,
    @DefaultValue("100") int batchSize,
    @DefaultValue("16") int workers,
    @DefaultValue("2m") Duration hold,
    @DefaultValue("30m") Duration backoffMax,
    @DefaultValue({"1h", "24h", "72h"}) List<Duration> afterEnd) {
  private static final int MOST_AFTER_END = 10;
  private static final Duration LONGEST_AFTER_END = Duration.ofDays(30);

  public ReconcileProperties {
    Map<String, Boolean> rules = new LinkedHashMap<>();
    rules.put("scan-interval must be 100ms to 1h", isWithin(scanInterval, Duration.ofMillis(100)));
    rules.put(
        "timeout-threshold-minutes must be 1 to 1440",
        timeoutThresholdMinutes >= 1 && timeoutThresholdMinutes <= 1440);
    rules.put("batch-size must be 1 to 1000", batchSize >= 1 && batchSize <= 1000);
    rules.put("workers must be 1 to 256", workers >= 1 && workers <= 256);
    rules.put("hold must be 10s to 1h", isWithin(hold, Duration.ofSeconds(10)));
    rules.put(
        "backoff-max must be timeout-threshold-minutes to 24h",
        backoffMax.compareTo(Duration.ofMinutes(timeoutThresholdMinutes)) >= 0
            && backoffMax.compareTo(Duration.ofDays(1)) <= 0);
    rules.put("after-end must ascend, from 1m to 30d, at most 10 of them", isAscending(afterEnd));
    rules.values().removeIf(holds -> holds);
    if (!rules.isEmpty()) {
      throw new IllegalArgumentException(
          "payment.reconcile." + String.join("\npayment.reconcile.", rules.keySet()));
    }
  }

  private static boolean isAscending(List<Duration> afterEnd) {
    Duration before = Duration.ofMinutes(1).minusNanos(1);
    for (Duration after : afterEnd) {
      if (after.compareTo(before) <= 0 || after.compareTo(LONGEST_AFTER_END) > 0) {
        return false;
      }
      before = after;
    }
    return afterEnd.size() <= MOST_AFTER_END;
  }

  public Duration timeoutThreshold() {
    return Duration.ofMinutes(timeoutThresholdMinutes);
  }

  private static boolean isWithin(Duration value, Duration least) {
    return value.compareTo(least) >= 0 && value.compareTo(Duration.ofHours(1)) <= 0;
  }
}
