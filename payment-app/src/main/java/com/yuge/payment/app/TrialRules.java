package com.yuge.payment.app;

import com.yuge.payment.out.channel.ChannelSettings;
import java.util.List;
import java.util.stream.Stream;

/** What a trial, which is without the rules for production, must not have: real money. */
final class TrialRules {
  static final String TRIAL = "payment.trial";

  private TrialRules() {}

  static boolean isTrial(FoundSettings settings) {
    return settings.flag(TRIAL, false);
  }

  /** One a line: the key, a blank, the rule. */
  static List<String> broken(FoundSettings settings, Stream<ChannelSettings> channels) {
    return channels
        .filter(channel -> isTrial(settings) && channel.takesRealMoney())
        .map(channel -> TRIAL + " must be false beside " + host(channel))
        .toList();
  }

  private static String host(ChannelSettings channel) {
    return channel.url().getHost() + ", where real money moves";
  }
}
