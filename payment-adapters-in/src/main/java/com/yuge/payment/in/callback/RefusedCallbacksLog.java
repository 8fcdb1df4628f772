package com.yuge.payment.in.callback;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Logs at most one warning per minute for all refused callbacks, because anybody can send any
 * number of them. The first refusal after a quiet minute is logged at once.
 */
final class RefusedCallbacksLog {
  private static final Logger log = LoggerFactory.getLogger(RefusedCallbacksLog.class);
  private static final long BETWEEN = Duration.ofMinutes(1).toNanos();
  private static final String TRACE_ID = "traceId";

  private final LongSupplier nanoTime;
  private Map<String, Integer> byReason = new TreeMap<>();
  private String last = "";
  private long next;

  RefusedCallbacksLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /**
   * @param payNo the pay number that the callback claims, if it can be read
   */
  synchronized void refused(String reason, @Nullable PayNo payNo) {
    byReason.merge(reason, 1, Integer::sum);
    last = reason + " for " + payNo + ", trace " + MDC.get(TRACE_ID);
    logWhenDue();
  }

  /** Logs pending refusals when the interval is over. A timer also calls this after a burst. */
  synchronized void logWhenDue() {
    if (next - nanoTime.getAsLong() <= 0) {
      flush();
    }
  }

  /** Logs all pending refusals now. Shutdown calls this too. */
  synchronized void flush() {
    if (byReason.isEmpty()) {
      return;
    }
    int all = byReason.values().stream().mapToInt(Integer::intValue).sum();
    log.warn("Refused callbacks: {} since the last warning, {}; the last: {}", all, byReason, last);
    byReason = new TreeMap<>();
    next = nanoTime.getAsLong() + BETWEEN;
  }
}
