package com.yuge.payment.in.callback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Refuses to start production with what development makes easy; says all of it at once. */
final class ProductionCheck {
  /** They are in the walk-through and the development profile: the whole world can sign by them. */
  private static final Set<String> PUBLIC_SECRETS =
      Set.of("ymall-payment-secret-key-2024", "development-only-callback-key-0001");

  private static final int LEAST_SECRET_BYTES = 32;

  private final List<String> faults = new ArrayList<>();

  ProductionCheck(CallbackProperties properties, boolean signsForAnybody) {
    List<String> secrets = properties.callbackSecret();
    List<CallbackKey> keys = properties.callback().activeKeys();
    refuse(
        secrets.stream().anyMatch(PUBLIC_SECRETS::contains),
        "payment.callback-secret must not hold the secret of development");
    refuse(
        secrets.stream().anyMatch(ProductionCheck::isShort),
        "payment.callback-secret must hold no secret under " + LEAST_SECRET_BYTES + " bytes");
    refuse(
        keys.stream().map(CallbackKey::secret).anyMatch(ProductionCheck::isShort),
        "payment.callback.keys must hold no secret under " + LEAST_SECRET_BYTES + " bytes");
    refuse(
        keys.stream().map(CallbackKey::secret).anyMatch(PUBLIC_SECRETS::contains),
        "payment.callback.keys must not hold a secret of development");
    refuse(
        keys.isEmpty() && !properties.callback().acceptsMd5(true),
        "payment.callback.keys must hold a key, unless payment.callback.md5-accepted is true");
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
