package com.yuge.payment.in.callback;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callbacks are believed.
 *
 * @param callbackSecret one or several, separated by commas; the first signs, all verify
 */
@ConfigurationProperties("payment")
public record CallbackProperties(List<String> callbackSecret, @DefaultValue Callback callback) {

  /**
   * The replay window.
   *
   * @param maxSkew how old, or ahead of our clock, a callback may be; 0 means no matter
   */
  public record Callback(@DefaultValue("5m") Duration maxSkew) {
    public Callback {
      if (maxSkew.isNegative()) {
        throw new IllegalArgumentException(
            "payment.callback.max-skew must be 0 (off) or a duration such as 5m");
      }
    }
  }

  public CallbackProperties {
    if (callbackSecret == null
        || callbackSecret.isEmpty()
        || callbackSecret.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "payment.callback-secret must be one secret or several, separated by commas, none blank");
    }
    callbackSecret = List.copyOf(callbackSecret);
  }

  /** Without the secrets: records of settings end up in logs. */
  @Override
  public String toString() {
    return "CallbackProperties[" + callback + "]";
  }
}
