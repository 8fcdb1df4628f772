package com.yuge.payment.out.channel;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The MOCK channel.
 *
 * @param enabled whether there is one
 * @param cashierUrl where its payers pay; the pay number is appended as a path segment
 */
@ConfigurationProperties("payment.mock")
public record MockChannelProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("http://127.0.0.1:8083/mock-channel/cashier") URI cashierUrl) {
  public MockChannelProperties {
    if (!String.valueOf(cashierUrl.getScheme()).matches("https?") || cashierUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "payment.mock.cashier-url must be http://host/path or https://host/path");
    }
  }
}
