package com.yuge.payment.app.proof;

import java.time.Duration;

/** How long a proof takes: short in every build, long where one asks for it. */
final class ProofScale {
  static final boolean LONG = Boolean.getBoolean("proof.long");

  private ProofScale() {}

  static Duration seconds(int inEveryBuild, int whenAsked) {
    return Duration.ofSeconds(LONG ? whenAsked : inEveryBuild);
  }
}
