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
 * An order that is taken for a check is nobody else's while the check goes on. A shorter hold would
 * have two instances ask the channel about one order at once.
 */
final class HoldRule {
  /** Query, close, and query again where the close says that it is paid. */
  private static final int CALLS = 3;

  /**
   * Of four transactions, one before the first call and one after each. Each gives up after 2 s
   * without a connection, and after 4 s without an answer; the pool's rules say so.
   */
  private static final Duration DATABASE = Duration.ofSeconds(4 * (2 + 4));

  private static final String RULE =
      "payment.reconcile.hold must be at least %s: %d calls of %s.deadline (%s), and %s for the"
          + " database";

  private HoldRule() {}

  /** One a line: the key, a blank, the rule. */
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
