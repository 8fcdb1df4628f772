package com.yuge.payment.out.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * What the settings of each channel tell; they are a record of {@code @ConfigurationProperties}.
 */
public interface ChannelSettings {
  boolean enabled();

  /** Where the channel is asked. */
  URI url();

  /** How long a call to it may take. */
  CallLimits limits();

  /** The channel's hosts at which real money moves, in lower case; none of its sandbox. */
  Set<String> officialHosts();

  default boolean takesRealMoney() {
    return enabled()
        && officialHosts().contains(String.valueOf(url().getHost()).toLowerCase(Locale.ROOT));
  }
}
