package com.yuge.payment.in.callback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callbacks are believed.
 *
 * @param callbackSecret of the MD5 scheme: one or several, separated by commas; the first signs,
 *     all verify
 */
@ConfigurationProperties("payment")
public record CallbackProperties(List<String> callbackSecret, @DefaultValue Callback callback) {

  /**
   * The replay window, and the keys of the HMAC scheme.
   *
   * @param maxSkew how old, or ahead of our clock, a callback may be; 0 means no matter
   * @param keys all verify, so that one can be rotated
   * @param md5Accepted whether the MD5 scheme counts
   */
  public record Callback(
      @DefaultValue("5m") Duration maxSkew,
      List<Key> keys,
      @DefaultValue("true") boolean md5Accepted) {
    public Callback {
      keys = keys == null ? List.of() : List.copyOf(keys);
      List<String> broken = new ArrayList<>();
      if (maxSkew.isNegative()) {
        broken.add("payment.callback.max-skew must be 0 (off) or a duration such as 5m");
      }
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < keys.size(); i++) {
        broken.addAll(keys.get(i).broken("payment.callback.keys[" + i + "]", ids));
      }
      if (!broken.isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", broken));
      }
    }

    List<CallbackKey> activeKeys() {
      return keys.stream().map(key -> new CallbackKey(key.id(), key.secret())).toList();
    }
  }

  /** A key of the HMAC scheme, as it is configured. */
  public record Key(@DefaultValue("") String id, @DefaultValue("") String secret) {
    private List<String> broken(String name, Set<String> others) {
      List<String> broken = new ArrayList<>();
      if (!CallbackKey.isId(id) || !others.add(id)) {
        broken.add(
            name + ".id must be 1 to 64 letters, digits, dots, underscores or hyphens, once each");
      }
      if (secret.isBlank()) {
        broken.add(name + ".secret must not be blank");
      }
      return broken;
    }

    /** Without the secret: records of settings end up in logs. */
    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  public CallbackProperties {
    callbackSecret = callbackSecret == null ? List.of() : List.copyOf(callbackSecret);
    boolean missing = callbackSecret.isEmpty() && callback.keys().isEmpty();
    if (missing || callbackSecret.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "payment.callback-secret must be one secret or several, separated by commas, none blank,"
              + " unless there are payment.callback.keys");
    }
  }

  /** Without the secrets: records of settings end up in logs. */
  @Override
  public String toString() {
    return "CallbackProperties[" + callback + "]";
  }
}
