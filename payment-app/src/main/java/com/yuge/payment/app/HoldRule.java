package com.yuge.payment.app;

import static org.springframework.format.annotation.DurationFormat.Style.COMPOSITE;
import static org.springframework.format.datetime.standard.DurationFormatterUtils.print;

import com.yuge.payment.in.job.ReconcileProperties;
import com.yuge.payment.out.channel.ChannelSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;

/**
 * The hold of an order must outlast its check. With a shorter hold, two instances could query the
 * channel about one order at the same time.
 */
final class HoldRule {
  /** Query, close, and a second query if the close reports that the order is paid. */
  private static final int CALLS = 3;

  /**
   * The time for four transactions: one before the first call and one after each call. Each
   * transaction fails after 2 s without a connection, or after 4 s without a response, as the pool
   * is configured.
   */
  private static final Duration DATABASE = Duration.ofSeconds(4 * (2 + 4));

  private static final String RULE =
      "payment.reconcile.hold must be at least %s: %d calls of %s.deadline (%s), and %s for the"
          + " database";

  private HoldRule() {}

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    Duration hold = settings.getBean(ReconcileProperties.class).hold();
    return settings.getBeansOfType(ChannelSettings.class).values().stream()
        .filter(ChannelSettings::enabled)
        .filter(channel -> hold.compareTo(longest(channel.limits().deadline())) < 0)
        .map(HoldRule::message)
        .toList();
  }

  private static String message(ChannelSettings channel) {
    Duration deadline = channel.limits().deadline();
    return RULE.formatted(
        print(longest(deadline), COMPOSITE),
        CALLS,
        prefix(channel.getClass()),
        print(deadline, COMPOSITE),
        print(DATABASE, COMPOSITE));
  }

  private static String prefix(Class<?> settings) {
    return Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class)).value();
  }

  private static Duration longest(Duration deadline) {
    return deadline.multipliedBy(CALLS).plus(DATABASE);
  }
}
