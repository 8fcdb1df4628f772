package com.yuge.payment.app;

import static org.springframework.format.annotation.DurationFormat.Style.COMPOSITE;
import static org.springframework.format.datetime.standard.DurationFormatterUtils.print;

import com.yuge.payment.in.job.ReconcileProperties;
import com.yuge.payment.out.channel.mock.MockCallbackProperties;
import com.yuge.payment.out.outbox.RetentionProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Records outlive what they are needed for. */
final class RetentionRules {
  private final List<String> broken = new ArrayList<>();

  private RetentionRules() {}

  /** One a line: the key, a blank, the rule. */
  static List<String> broken(ApplicationContext settings) {
    RetentionProperties kept = settings.getBean(RetentionProperties.class);
    RetentionRules rules = new RetentionRules();
    rules.askedAfterEnd(kept, settings.getBean(ReconcileProperties.class));
    rules.replayed(kept, settings.getBean(MockCallbackProperties.class));
    return rules.broken;
  }

  // What the channel tells then can only be understood beside what was heard before.
  private void askedAfterEnd(RetentionProperties kept, ReconcileProperties reconcile) {
    Duration last =
        reconcile.afterEnd().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    String why = "the last of payment.reconcile.after-end";
    atLeast("callback-log", kept.callbackLog(), last, why);
    atLeast("refused-callbacks", kept.refusedCallbacks(), last, why);
    atLeast("reconcile-audit", kept.reconcileAudit(), last, why);
  }

  // A callback signed as far ahead as is believed is believed for twice that time.
  private void replayed(RetentionProperties kept, MockCallbackProperties callbacks) {
    Duration window = callbacks.callback().maxSkew().multipliedBy(2);
    atLeast("callback-log", kept.callbackLog(), window, "twice payment.callback.max-skew");
  }

  private void atLeast(String key, Duration kept, Duration least, String why) {
    if (kept.compareTo(least) < 0) {
      broken.add(
          "payment.retention.%s must be at least %s, %s"
              .formatted(key, print(least, COMPOSITE), why));
    }
  }
}
