package com.yuge.payment.app.settings;

import static org.springframework.format.annotation.DurationFormat.Style.COMPOSITE;
import static org.springframework.format.datetime.standard.DurationFormatterUtils.print;

import com.yuge.payment.in.job.AuditProperties;
import com.yuge.payment.in.job.ReconcileProperties;
import com.yuge.payment.out.channel.mock.MockCallbackProperties;
import com.yuge.payment.out.outbox.OutboxMaintenanceProperties;
import com.yuge.payment.out.outbox.RetentionProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Rules that keep records for as long as the service needs them. */
final class RetentionRules {
  private static final Duration LEAST_AUDITED = Duration.ofDays(3);

  private final List<String> broken = new ArrayList<>();

  private RetentionRules() {}

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    RetentionProperties kept = settings.getBean(RetentionProperties.class);
    RetentionRules rules = new RetentionRules();
    rules.askedAfterEnd(kept, settings.getBean(ReconcileProperties.class));
    rules.replayed(kept, settings.getBean(MockCallbackProperties.class));
    rules.audited(
        settings.getBean(OutboxMaintenanceProperties.class),
        settings.getBean(AuditProperties.class));
    return rules.broken;
  }

  // A late result of the channel makes sense only together with the earlier records.
  private void askedAfterEnd(RetentionProperties kept, ReconcileProperties reconcile) {
    Duration last =
        reconcile.afterEnd().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    String why = "the last of payment.reconcile.after-end";
    atLeast("callback-log", kept.callbackLog(), last, why);
    atLeast("refused-callbacks", kept.refusedCallbacks(), last, why);
    atLeast("reconcile-audit", kept.reconcileAudit(), last, why);
  }

  // A callback may be signed up to max-skew in the future, so it can stay valid for twice that
  // time.
  private void replayed(RetentionProperties kept, MockCallbackProperties callbacks) {
    Duration window = callbacks.callback().maxSkew().multipliedBy(2);
    atLeast("callback-log", kept.callbackLog(), window, "twice payment.callback.max-skew");
  }

  // The audit of a day needs the day's events, also when it was late or is repeated.
  private void audited(OutboxMaintenanceProperties outbox, AuditProperties audit) {
    if (audit.enabled() && outbox.retention().compareTo(LEAST_AUDITED) < 0) {
      broken.add(
          "payment.outbox.retention must be at least %s where payment.audit.enabled is true"
              .formatted(print(LEAST_AUDITED, COMPOSITE)));
    }
  }

  private void atLeast(String key, Duration kept, Duration least, String why) {
    if (kept.compareTo(least) < 0) {
      broken.add(
          "payment.retention.%s must be at least %s, %s"
              .formatted(key, print(least, COMPOSITE), why));
    }
  }
}
