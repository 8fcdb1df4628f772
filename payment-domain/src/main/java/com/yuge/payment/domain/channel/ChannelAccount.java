package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/**
 * The account at which a payment is opened.
 *
 * @param id our account at the channel: 1 to 64 visible ASCII characters
 * @param product how the payer pays there, such as QR: 1 to 32 upper-case letters, digits or
 *     underscores
 */
public record ChannelAccount(String id, String product) {
  private static final Grammar ID = Grammar.of("account", "account", "[\\x21-\\x7E]{1,64}");

  public ChannelAccount {
    ID.check(id);
    OpenOptions.PRODUCT.check(product);
  }
}
