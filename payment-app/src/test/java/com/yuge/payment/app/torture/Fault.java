package com.yuge.payment.app.torture;

import com.yuge.payment.app.torture.Wound.Kind;

/**
 * A fault that happened; times are milliseconds since the run began.
 *
 * @param mended when the part served again
 */
record Fault(Kind kind, String target, long begun, long over, long mended) {
  /** Whether this was while something was wrong. */
  boolean isDuring(long millis) {
    return begun <= millis && millis <= mended;
  }

  @Override
  public String toString() {
    return "%8.3f to %8.3f, mended %8.3f: %s of %s"
        .formatted(begun / 1e3, over / 1e3, mended / 1e3, kind, target);
  }
}
