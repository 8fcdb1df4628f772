package com.yuge.payment.out.channel.mock;

import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelSettings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * The MOCK channel.
 *
 * @param enabled whether there is a MOCK channel
 * @param url address of the MOCK channel
 * @param notifyUrl address for its callbacks; by default this service's port on loopback
 * @param refundNotifyUrl the same for its callbacks about refunds
 * @param refundSpacing shortest time between two requests for refunds of one order
 * @param feeRate what the channel takes of a payment, such as 0.0060; without it, the fees in its
 *     statements are not checked
 * @param connectTimeout time until there is a connection to it
 * @param readTimeout time until its answer begins
 * @param deadline total time of a call
 */
@Validated
@ConfigurationProperties("payment.mock")
public record MockChannelProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("http://127.0.0.1:8090") URI url,
    @Nullable URI notifyUrl,
    @Nullable URI refundNotifyUrl,
    @DefaultValue("0s") @DurationMin @DurationMax(minutes = 10) Duration refundSpacing,
    @Nullable @DecimalMin("0") @DecimalMax("0.1") BigDecimal feeRate,
    @DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration connectTimeout,
    @DefaultValue("3s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration readTimeout,
    @DefaultValue("5s") @DurationMax(minutes = 1) Duration deadline)
    implements ChannelSettings, Validator {
  @Override
  public boolean supports(Class<?> type) {
    return type == MockChannelProperties.class;
  }

  /** Checks rules that annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    if (!ChannelSettings.isHttp(url)) {
      errors.rejectValue("url", "url", "must be http://host:port or https://host:port");
    }
    validateCallback("notifyUrl", notifyUrl, errors);
    validateCallback("refundNotifyUrl", refundNotifyUrl, errors);
    if (!errors.hasFieldErrors("readTimeout") && deadline.compareTo(readTimeout) < 0) {
      errors.rejectValue("deadline", "order", "must be at least read-timeout");
    }
  }

  private static void validateCallback(String field, @Nullable URI url, Errors errors) {
    if (url != null && !ChannelSettings.isHttp(url)) {
      errors.rejectValue(field, "url", "must be http://host:port/path or https://...");
    }
  }

  /** Returns no host, because the MOCK channel never moves real money. */
  @Override
  public Set<String> officialHosts() {
    return Set.of();
  }

  @Override
  public CallLimits limits() {
    return new CallLimits(connectTimeout, readTimeout, deadline);
  }
}
