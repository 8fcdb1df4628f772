package com.yuge.payment.app;

import com.yuge.payment.domain.shared.Subject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for every pay order.
 *
 * @param timeoutMinutes how long a payer has
 * @param timeZone the shop's: of times in JSON and of the date inside a pay number
 * @param subject what the payer reads where an order names nothing of its own
 * @param trial whether no real money is about, so that the rules for production need not hold
 */
@Validated
@ConfigurationProperties("payment")
public record PaymentProperties(
    @DefaultValue("30") @Min(1) @Max(30 * 24 * 60) int timeoutMinutes,
    @DefaultValue("Asia/Shanghai") ZoneId timeZone,
    @DefaultValue("网上购物") String subject,
    @DefaultValue("false") boolean trial)
    implements Validator {
  @Override
  public boolean supports(Class<?> type) {
    return type == PaymentProperties.class;
  }

  /** What no annotation says. */
  @Override
  public void validate(Object self, Errors errors) {
    if (!Subject.GRAMMAR.accepts(subject)) {
      errors.rejectValue(
          "subject",
          "grammar",
          "must be 1 to 127 characters, not only blanks, no control characters");
    }
  }

  Duration timeToPay() {
    return Duration.ofMinutes(timeoutMinutes);
  }
}
