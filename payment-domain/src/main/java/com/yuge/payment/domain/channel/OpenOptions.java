package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;
import org.jspecify.annotations.Nullable;

/**
 * How the shop wants a payment to be opened.
 *
 * @param product how the payer pays at the channel, such as QR: 1 to 32 upper-case letters, digits
 *     or underscores; null for the channel's usual one
 */
public record OpenOptions(@Nullable String product, Payer payer) {
  public static final Grammar PRODUCT = Grammar.of("product", "product", "[A-Z0-9_]{1,32}");

  /** The channel's usual product, for a payer of whom nothing is known. */
  public static final OpenOptions USUAL = new OpenOptions(null, Payer.UNKNOWN);

  public OpenOptions {
    if (product != null) {
      PRODUCT.check(product);
    }
  }

  /** Whether a payment that was opened with this product fits the request. */
  public boolean fits(String opened) {
    return product == null || product.equals(opened);
  }
}
