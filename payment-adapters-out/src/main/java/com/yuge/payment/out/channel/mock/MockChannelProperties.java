package com.yuge.payment.out.channel.mock;

import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The MOCK channel.
 *
 * @param enabled whether there is one
 * @param url where it serves
 * @param notifyUrl where it calls back; without, this service's port on loopback
 * @param connectTimeout until there is a connection
 * @param readTimeout until its answer begins
 * @param deadline for a call all in all
 */
@ConfigurationProperties("payment.mock")
public record MockChannelProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("http://127.0.0.1:8090") URI url,
    @Nullable URI notifyUrl,
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("3s") Duration readTimeout,
    @DefaultValue("5s") Duration deadline)
    implements ChannelSettings {
  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  public MockChannelProperties {
    List<String> broken = new ArrayList<>();
    if (!isHttp(url)) {
      broken.add("payment.mock.url must be http://host:port or https://host:port");
    }
    if (notifyUrl != null && !isHttp(notifyUrl)) {
      broken.add("payment.mock.notify-url must be http://host:port/path or https://...");
    }
    if (!isWithin(connectTimeout, LEAST, MOST)) {
      broken.add("payment.mock.connect-timeout must be 1ms to 1m");
    }
    if (!isWithin(readTimeout, LEAST, MOST)) {
      broken.add("payment.mock.read-timeout must be 1ms to 1m");
    }
    if (!isWithin(deadline, readTimeout, MOST)) {
      broken.add("payment.mock.deadline must be at least read-timeout and at most 1m");
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }

  private static boolean isHttp(URI uri) {
    return String.valueOf(uri.getScheme()).matches("https?") && uri.getHost() != null;
  }

  private static boolean isWithin(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  /** It is nobody's bank. */
  @Override
  public Set<String> officialHosts() {
    return Set.of();
  }

  @Override
  public CallLimits limits() {
    return new CallLimits(connectTimeout, readTimeout, deadline);
  }
}
