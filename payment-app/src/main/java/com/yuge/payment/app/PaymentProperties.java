package com.yuge.payment.app;

import com.yuge.payment.domain.shared.Subject;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for every pay order.
 *
 * @param timeoutMinutes how long a payer has
 * @param timeZone the shop's: of times in JSON and of the date inside a pay number
 * @param subject what the payer reads where an order names nothing of its own
 * @param trial whether no real money is about, so that the rules for production need not hold
 */
@ConfigurationProperties("payment")
public record PaymentProperties(
    @DefaultValue("30") int timeoutMinutes,
    @DefaultValue("Asia/Shanghai") ZoneId timeZone,
    @DefaultValue("网上购物") String subject,
    @DefaultValue("false") boolean trial) {
  private static final int MOST_MINUTES = 30 * 24 * 60;

  public PaymentProperties {
    if (timeoutMinutes < 1 || timeoutMinutes > MOST_MINUTES) {
      throw new IllegalArgumentException("payment.timeout-minutes must be 1 to " + MOST_MINUTES);
    }
    if (!Subject.GRAMMAR.accepts(subject)) {
      throw new IllegalArgumentException(
          "payment.subject must be 1 to 127 characters, not only blanks, no control characters");
    }
  }

  Duration timeToPay() {
    return Duration.ofMinutes(timeoutMinutes);
  }
}
