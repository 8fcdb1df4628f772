package com.yuge.payment.out.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings that every channel has; each implementation is a record of
 * {@code @ConfigurationProperties}.
 */
public interface ChannelSettings {
  boolean enabled();

  /** The address of the channel. */
  URI url();

  /** How long a call to the channel may take. */
  CallLimits limits();

  /** The channel's hosts that move real money, in lower case; no sandbox hosts. */
  Set<String> officialHosts();

  /** This service's address, as the channel reaches it; null if it needs none. */
  default @Nullable URI notifyBaseUrl() {
    return null;
  }

  /** The longest time that the channel keeps a payment open. */
  default Duration longestPayment() {
    return Duration.ofDays(30);
  }

  /** Whether this is an http or https address with a host. */
  static boolean isHttp(URI uri) {
    return String.valueOf(uri.getScheme()).matches("https?") && uri.getHost() != null;
  }

  default boolean takesRealMoney() {
    return enabled()
        && officialHosts().contains(String.valueOf(url().getHost()).toLowerCase(Locale.ROOT));
  }
}
