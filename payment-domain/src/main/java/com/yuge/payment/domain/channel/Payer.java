package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;
import org.jspecify.annotations.Nullable;

/**
 * The payer, as far as the shop reports it; some products of real channels need this.
 *
 * @param id the payer's id at the channel: 1 to 128 visible ASCII characters
 * @param clientIp the payer's address, IPv4 or IPv6
 */
public record Payer(@Nullable String id, @Nullable String clientIp) {
  public static final Grammar ID = Grammar.of("payerId", "payer-id", "[\\x21-\\x7E]{1,128}");
  public static final Grammar CLIENT_IP =
      Grammar.of("clientIp", "client-ip", "(?=[^.:]*[.:])[0-9A-Fa-f.:]{2,45}");
  public static final Payer UNKNOWN = new Payer(null, null);

  public Payer {
    if (id != null) {
      ID.check(id);
    }
    if (clientIp != null) {
      CLIENT_IP.check(clientIp);
    }
  }
}
