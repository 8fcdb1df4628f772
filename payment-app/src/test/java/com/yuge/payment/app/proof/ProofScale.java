package com.yuge.payment.app.proof;

import java.time.Duration;

/** How long a proof takes: short in every build, long where one asks for it. */
public final class ProofScale {
  public static final boolean LONG = Boolean.getBoolean("proof.long");

  /** The relay's own longest pause when asked, else a short one, so that it is soon over. */
  static final Duration LONGEST_PAUSE = seconds(1, 10);

  private ProofScale() {}

  static Duration seconds(int inEveryBuild, int whenAsked) {
    return Duration.ofSeconds(LONG ? whenAsked : inEveryBuild);
  }
}
