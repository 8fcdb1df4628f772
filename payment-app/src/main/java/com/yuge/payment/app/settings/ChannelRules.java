package com.yuge.payment.app.settings;

import com.yuge.payment.out.channel.ChannelSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;

/** Rules of the channels that can take real money. */
final class ChannelRules {
  private ChannelRules() {}

  /** Returns one line for each rule that is broken wherever the service runs. */
  static List<String> broken(ApplicationContext settings) {
    int minutes = settings.getBean(PaymentProperties.class).timeoutMinutes();
    List<String> broken = new ArrayList<>();
    real(settings)
        .forEach(
            channel -> {
              Duration most = channel.longestPayment();
              if (minutes < 2 || Duration.ofMinutes(minutes).compareTo(most) > 0) {
                broken.add(
                    "payment.timeout-minutes must be from 2 to %d with %s.enabled"
                        .formatted(most.toMinutes(), prefix(channel)));
              }
            });
    return broken;
  }

  /** Returns one line for each rule that is broken in production. */
  static List<String> brokenInProduction(ApplicationContext settings) {
    List<String> broken = new ArrayList<>();
    real(settings)
        .forEach(
            channel -> {
              if (!channel.takesRealMoney() || !isHttps(channel.url())) {
                broken.add(
                    "%s must use https and one of the hosts %s in production"
                        .formatted(
                            prefix(channel), channel.officialHosts().stream().sorted().toList()));
              }
              if (!isHttps(channel.notifyBaseUrl())) {
                broken.add(
                    prefix(channel) + ".notify-base-url must begin with https:// in production");
              }
            });
    return broken;
  }

  private static Stream<ChannelSettings> real(ApplicationContext settings) {
    return settings.getBeansOfType(ChannelSettings.class).values().stream()
        .filter(channel -> channel.enabled() && !channel.officialHosts().isEmpty());
  }

  private static boolean isHttps(@Nullable URI uri) {
    return uri != null && "https".equals(uri.getScheme());
  }

  /** The settings' common part, such as {@code payment.wechat}. */
  static String prefix(ChannelSettings channel) {
    return Objects.requireNonNull(channel.getClass().getAnnotation(ConfigurationProperties.class))
        .value();
  }
}
