package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.ChannelRequest;
import com.yuge.payment.out.channel.ChannelSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Where a bill is, as named in a signed answer. Alipay documents the host dwbillcenter.alipay.com,
 * by plain http. The file has no signature, so it must not come from anybody else.
 */
record BillAddress(URI url) {
  private static final Set<String> DOMAINS =
      Set.of("alipay.com", "alipaydev.com", "alipayobjects.com");

  /** Throws {@link ChannelCallException} unless the address is one of this gateway's operator. */
  static BillAddress read(String text, URI gateway) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new ChannelCallException(Cause.ERROR, "no address of a bill");
    }
    if (!ChannelSettings.isHttp(url)) {
      throw new ChannelCallException(Cause.ERROR, "no address of a bill");
    }
    // A gateway without https is a fake on this machine.
    if (gateway.getScheme().equals("https") && !isAlipays(host(url), gateway)) {
      throw new ChannelCallException(
          Cause.ERROR, "the bill is at " + host(url) + ", which is not Alipay's");
    }
    return new BillAddress(url);
  }

  private static boolean isAlipays(String host, URI gateway) {
    return host.equals(host(gateway))
        || DOMAINS.stream().anyMatch(domain -> host.endsWith("." + domain));
  }

  private static String host(URI url) {
    return url.getHost().toLowerCase(Locale.ROOT);
  }

  ChannelRequest download() {
    return new ChannelRequest("/bill", HttpRequest.newBuilder(url).GET());
  }
}
