package com.yuge.payment.in.callback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start production with what development makes easy; says all of it at once. */
final class ProductionCheck {
  /** It is in the walk-through: the whole world can sign with it. */
  private static final String PUBLIC_SECRET = "ymall-payment-secret-key-2024";

  private static final int LEAST_SECRET_BYTES = 32;

  private final List<String> faults = new ArrayList<>();

  ProductionCheck(CallbackProperties properties, boolean signsForAnybody) {
    List<String> secrets = properties.callbackSecret();
    refuse(
        secrets.contains(PUBLIC_SECRET),
        "payment.callback-secret must not hold the secret of development");
    refuse(
        secrets.stream().anyMatch(ProductionCheck::isShort),
        "payment.callback-secret must hold no secret under " + LEAST_SECRET_BYTES + " bytes");
    refuse(
        properties.callback().maxSkew().isZero(), "payment.callback.max-skew must not be 0 (off)");
    refuse(signsForAnybody, "payment.mock.signature-endpoint must not be true");
    if (!faults.isEmpty()) {
      throw new IllegalStateException("in the profile production " + String.join("; ", faults));
    }
  }

  private void refuse(boolean wrong, String fault) {
    if (wrong) {
      faults.add(fault);
    }
  }

  private static boolean isShort(String secret) {
    return secret.getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET_BYTES;
  }
}
