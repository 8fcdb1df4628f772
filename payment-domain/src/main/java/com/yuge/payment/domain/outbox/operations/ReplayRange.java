package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/** The events of one tag in a period, which includes its start and excludes its end. */
public record ReplayRange(String tag, Instant from, Instant to) {
  public static final Grammar TAG = Grammar.of("tag", "tag", "[A-Z_]{1,32}");

  /**
   * A longer range is probably a mistake. Otherwise an operator can request it in several steps and
   * watch them.
   */
  public static final Duration LONGEST = Duration.ofDays(31);

  public ReplayRange {
    TAG.check(tag);
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new InvalidValue("to", "replay-end");
    }
  }

  public boolean contains(String itsTag, Instant at) {
    return tag.equals(itsTag) && !at.isBefore(from) && at.isBefore(to);
  }

  @Override
  public String toString() {
    return tag + " " + from + "/" + to;
  }
}
