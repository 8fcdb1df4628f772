package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.shared.PayNo;
import org.jspecify.annotations.Nullable;

/**
 * What a refused callback says of itself, for its line in the log.
 *
 * @param payNo null where it names none that could be one
 * @param status SUCCESS or FAILED; null where it says neither
 * @param signed whether the channel signed it: a genuine one may be too old
 */
public record CallbackClaim(@Nullable PayNo payNo, @Nullable String status, boolean signed) {
  public static final CallbackClaim NONE = new CallbackClaim(null, null, false);
}
