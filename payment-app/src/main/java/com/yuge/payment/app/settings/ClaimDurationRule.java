package com.yuge.payment.app.settings;

import static org.springframework.format.annotation.DurationFormat.Style.COMPOSITE;
import static org.springframework.format.datetime.standard.DurationFormatterUtils.print;

import com.yuge.payment.in.job.ReconcileProperties;
import com.yuge.payment.in.job.RefundProperties;
import com.yuge.payment.out.channel.ChannelSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * The hold of an order must outlast its check, and the hold of a refund its step. With a shorter
 * hold, two instances could call the channel about one order or refund at the same time.
 *
 * @param calls the most calls to the channel while the hold lasts
 */
record ClaimDurationRule(String key, Duration hold, int calls) {
  /**
   * The time for one transaction. It fails after 2 s without a connection, or after 4 s without a
   * response, as the pool is configured.
   */
  private static final Duration TRANSACTION = Duration.ofSeconds(2 + 4);

  private static final String RULE =
      "%s must be at least %s: %s of %s.deadline (%s), and %s for the database";

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    // Query, close, and a second query if the close reports that the order is paid.
    Duration check = settings.getBean(ReconcileProperties.class).hold();
    Duration step = settings.getBean(RefundProperties.class).hold();
    return Stream.of(
            new ClaimDurationRule("payment.reconcile.hold", check, 3),
            new ClaimDurationRule("payment.refund.hold", step, 1))
        .flatMap(rule -> rule.brokenBy(settings))
        .toList();
  }

  private Stream<String> brokenBy(ApplicationContext settings) {
    return settings.getBeansOfType(ChannelSettings.class).values().stream()
        .filter(ChannelSettings::enabled)
        .filter(channel -> hold.compareTo(longest(channel.limits().deadline())) < 0)
        .map(this::message);
  }

  private String message(ChannelSettings channel) {
    Duration deadline = channel.limits().deadline();
    return RULE.formatted(
        key,
        print(longest(deadline), COMPOSITE),
        calls == 1 ? "a call" : calls + " calls",
        ChannelRules.prefix(channel),
        print(deadline, COMPOSITE),
        print(database(), COMPOSITE));
  }

  private Duration longest(Duration deadline) {
    return deadline.multipliedBy(calls).plus(database());
  }

  // One transaction before the first call, and one after each call.
  private Duration database() {
    return TRANSACTION.multipliedBy(calls + 1L);
  }
}
