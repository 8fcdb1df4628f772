package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.shared.PayNo;
import org.jspecify.annotations.Nullable;

/**
 * The unverified content of a refused callback, for its line in the log.
 *
 * @param payNo null if it contains no valid pay number
 * @param status SUCCESS or FAILED; null if it contains neither
 * @param signed whether the channel signed it; a signed callback may still be too old
 */
public record CallbackClaim(@Nullable PayNo payNo, @Nullable String status, boolean signed) {
  public static final CallbackClaim NONE = new CallbackClaim(null, null, false);
}
