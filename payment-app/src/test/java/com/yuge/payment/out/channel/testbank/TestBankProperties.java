package com.yuge.payment.out.channel.testbank;

import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The test bank.
 *
 * @param enabled whether there is one
 * @param key what its callbacks are signed with
 */
@ConfigurationProperties("testbank")
public record TestBankProperties(
    @DefaultValue("false") boolean enabled, @DefaultValue("") String key)
    implements ChannelSettings {
  @Override
  public URI url() {
    return URI.create("https://bank.test");
  }

  @Override
  public CallLimits limits() {
    Duration second = Duration.ofSeconds(1);
    return new CallLimits(second, second, second);
  }

  @Override
  public Set<String> officialHosts() {
    return Set.of();
  }
}
