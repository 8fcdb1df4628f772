package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.retention.AgedRecords.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long records of what happened are kept.
 *
 * @param callbackLog callbacks: over half a year of questions about a payment
 * @param refusedCallbacks callbacks that were not believed: many may come of one flood
 * @param reconcileAudit steps on orders: as long as merchants and channels dispute
 * @param outboxAudit what operators did to the outbox
 * @param chunk records removed by one statement: short, so that it is in nobody's way
 * @param pause between two such: 5,000 records a second at most, more than are written
 * @param interval between two rounds
 */
@ConfigurationProperties("payment.retention")
public record RetentionProperties(
    @DefaultValue("180d") Duration callbackLog,
    @DefaultValue("30d") Duration refusedCallbacks,
    @DefaultValue("730d") Duration reconcileAudit,
    @DefaultValue("730d") Duration outboxAudit,
    @DefaultValue("1000") int chunk,
    @DefaultValue("200ms") Duration pause,
    @DefaultValue("1m") Duration interval) {
  private static final Duration HOUR = Duration.ofHours(1);

  public RetentionProperties {
    Map<String, Boolean> rules = new LinkedHashMap<>();
    rules.put("callback-log must be 1d to 3650d", isKept(callbackLog));
    rules.put("refused-callbacks must be 1d to 3650d", isKept(refusedCallbacks));
    rules.put("reconcile-audit must be 1d to 3650d", isKept(reconcileAudit));
    rules.put("outbox-audit must be 1d to 3650d", isKept(outboxAudit));
    rules.put("chunk must be 1 to 10000", chunk >= 1 && chunk <= 10_000);
    rules.put("pause must be 1ms to 1h", isWithin(pause, Duration.ofMillis(1), HOUR));
    rules.put("interval must be 1s to 1h", isWithin(interval, Duration.ofSeconds(1), HOUR));
    rules.values().removeIf(holds -> holds);
    if (!rules.isEmpty()) {
      throw new IllegalArgumentException(
          "payment.retention." + String.join("\npayment.retention.", rules.keySet()));
    }
  }

  Map<Kind, Duration> byKind() {
    return Map.of(
        Kind.CALLBACK, callbackLog,
        Kind.REFUSED_CALLBACK, refusedCallbacks,
        Kind.STEP, reconcileAudit,
        Kind.INTERVENTION, outboxAudit);
  }

  private static boolean isKept(Duration retention) {
    return isWithin(retention, Duration.ofDays(1), Duration.ofDays(3650));
  }

  private static boolean isWithin(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }
}
