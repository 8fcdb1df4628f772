package com.yuge.payment.app.settings;

import com.yuge.payment.out.channel.ChannelSettings;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Forbids real money in a trial, to which the production rules do not apply. */
final class TrialRules {
  static final String TRIAL = "payment.trial";

  private TrialRules() {}

  static boolean isTrial(ApplicationContext settings) {
    return settings.getBean(PaymentProperties.class).trial();
  }

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    return isTrial(settings)
        ? broken(settings.getBeansOfType(ChannelSettings.class).values())
        : List.of();
  }

  static List<String> broken(Collection<ChannelSettings> channels) {
    return channels.stream()
        .filter(ChannelSettings::takesRealMoney)
        .map(channel -> TRIAL + " must be false beside " + host(channel))
        .toList();
  }

  private static String host(ChannelSettings channel) {
    return channel.url().getHost() + ", where real money moves";
  }
}
