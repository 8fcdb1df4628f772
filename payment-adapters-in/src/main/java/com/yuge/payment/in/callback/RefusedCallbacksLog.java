package com.yuge.payment.in.callback;

import com.yuge.payment.domain.shared.PayNo;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One warning for all callbacks that were refused since the last one: anybody can send as many as a
 * line can carry.
 */
final class RefusedCallbacksLog {
  private static final Logger log = LoggerFactory.getLogger(RefusedCallbacksLog.class);
  private static final String TRACE_ID = "traceId";

  private Map<String, Integer> byReason = new TreeMap<>();
  private String last = "";

  /**
   * @param payNo what the callback claims to be about, where that can be read
   */
  synchronized void refused(String reason, @Nullable PayNo payNo) {
    byReason.merge(reason, 1, Integer::sum);
    last = reason + " for " + payNo + ", trace " + MDC.get(TRACE_ID);
  }

  /** Says what was not said yet; called each minute, and when the service ends. */
  synchronized void tell() {
    if (byReason.isEmpty()) {
      return;
    }
    int all = byReason.values().stream().mapToInt(Integer::intValue).sum();
    log.warn("Refused {} callbacks since the last warning, {}; the last: {}", all, byReason, last);
    byReason = new TreeMap<>();
  }
}
