package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/** What a channel's reader makes of a callback. */
public sealed interface CallbackReading {
  /** The channel has signed it, and not too long ago. */
  record Verified(VerifiedCallback callback) implements CallbackReading {}

  /**
   * It is not believed: it is logged with what it claims, and changes nothing.
   *
   * @param invalid the field and the rule that it breaks; null unless it is malformed
   */
  record Refused(Refusal refusal, CallbackClaim claim, @Nullable InvalidValue invalid)
      implements CallbackReading {
    public Refused {
      if ((refusal == Refusal.MALFORMED) != (invalid != null)) {
        throw new IllegalArgumentException(
            "what is malformed breaks a rule, and nothing else does");
      }
    }

    public static Refused malformed(InvalidValue invalid, CallbackClaim claim) {
      return new Refused(Refusal.MALFORMED, claim, invalid);
    }

    public static Refused because(Refusal refusal, CallbackClaim claim) {
      return new Refused(refusal, claim, null);
    }
  }

  /** Why a callback is refused; the names are in the log and in metrics. */
  enum Refusal {
    /** Its body is not JSON by its content type, or is in another charset than UTF-8. */
    NOT_JSON,
    /** A field is out of its grammar, or the body cannot be read at all. */
    MALFORMED,
    /** It has no signature of the channel. */
    BAD_SIGNATURE,
    /** The channel has signed it, but not now: whoever caught one can send it again. */
    OUTSIDE_WINDOW
  }
}
