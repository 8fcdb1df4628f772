package com.yuge.payment.out.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a channel that fails is left alone for a while.
 *
 * @param breakerCalls of how many last calls, at least half of which there must have been
 * @param breakerFailures as many percent failed
 * @param breakerPause how long it is left alone before it is tried again
 */
@ConfigurationProperties("payment.channel")
public record ChannelProperties(
    @DefaultValue("20") int breakerCalls,
    @DefaultValue("50") int breakerFailures,
    @DefaultValue("10s") Duration breakerPause) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public ChannelProperties {
    List<String> broken = new ArrayList<>();
    if (breakerCalls < 2 || breakerCalls > 1000) {
      broken.add("payment.channel.breaker-calls must be 2 to 1000");
    }
    if (breakerFailures < 1 || breakerFailures > 100) {
      broken.add("payment.channel.breaker-failures must be 1 to 100 percent");
    }
    if (breakerPause.toMillis() < 1 || breakerPause.compareTo(LONGEST) > 0) {
      broken.add("payment.channel.breaker-pause must be 1ms to 10m");
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }
}
