package com.yuge.payment.in.ops;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators are told of money that needs a person.
 *
 * @param watchInterval pause between two looks for metrics, health and the log
 * @param overdueAfter how long past its expiry an order that is still PAYING is overdue
 */
@ConfigurationProperties("payment.money")
public record MoneyWatchProperties(
    @DefaultValue("30s") Duration watchInterval, @DefaultValue("1h") Duration overdueAfter) {
  public MoneyWatchProperties {
    if (watchInterval.compareTo(Duration.ofSeconds(1)) < 0
        || watchInterval.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("payment.money.watch-interval must be 1s to 1h");
    }
    if (overdueAfter.compareTo(Duration.ofMinutes(1)) < 0
        || overdueAfter.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException("payment.money.overdue-after must be 1m to 30d");
    }
  }
}
