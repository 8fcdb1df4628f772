package com.yuge.payment.app;

import java.util.List;

/** What the conveniences of development need. */
final class DevelopmentRules {
  private DevelopmentRules() {}

  /** One a line: the key, a blank, the rule. */
  static List<String> broken(FoundSettings settings) {
    boolean signs = settings.flag("payment.mock.signature-endpoint", false);
    boolean hasSecret = !settings.texts("payment.callback-secret").isEmpty();
    return signs && !hasSecret
        ? List.of(
            "payment.mock.signature-endpoint must be false without payment.callback-secret, which"
                + " it signs by")
        : List.of();
  }
}
