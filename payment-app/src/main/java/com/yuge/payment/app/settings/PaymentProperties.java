package com.yuge.payment.app.settings;

import com.yuge.payment.domain.shared.Slots;
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
 * Settings that apply to every pay order.
 *
 * @param timeoutMinutes how long a payer can pay
 * @param timeZone the shop's time zone, for times in JSON and the date in a pay number
 * @param subject the text for the payer if an order has none of its own
 * @param slots the slots of orders that this service has, such as {@code 0-49,77}; a call about
 *     another order gets 421
 * @param trial whether this is a trial without real money, to which the production rules do not
 *     apply
 */
@Validated
@ConfigurationProperties("payment")
public record PaymentProperties(
    @DefaultValue("30") @Min(1) @Max(30 * 24 * 60) int timeoutMinutes,
    @DefaultValue("Asia/Shanghai") ZoneId timeZone,
    @DefaultValue("网上购物") String subject,
    @DefaultValue("0-99") String slots,
    @DefaultValue("false") boolean trial)
    implements Validator {
  @Override
  public boolean supports(Class<?> type) {
    return type == PaymentProperties.class;
  }

  /** Checks what annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    if (!Subject.GRAMMAR.accepts(subject)) {
      errors.rejectValue(
          "subject",
          "grammar",
          "must be 1 to 127 characters, not only blanks, no control characters");
    }
    if (!Slots.accepts(slots)) {
      errors.rejectValue(
          "slots", "grammar", "must be slots from 0 to 99 and ascending ranges, such as 0-49,77");
    }
  }

  public Duration timeToPay() {
    return Duration.ofMinutes(timeoutMinutes);
  }
}
