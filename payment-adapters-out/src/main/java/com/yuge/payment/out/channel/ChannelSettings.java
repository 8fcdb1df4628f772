package com.yuge.payment.out.channel;

/**
 * What the settings of each channel tell; they are a record of {@code @ConfigurationProperties}.
 */
public interface ChannelSettings {
  boolean enabled();

  /** How long a call to it may take. */
  CallLimits limits();
}
