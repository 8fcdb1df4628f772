package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/** The result of reading a callback. */
public sealed interface CallbackReading {
  /** The channel has signed the callback, and the signature is not too old. */
  record Verified(VerifiedCallback callback) implements CallbackReading {}

  /** The same for a callback about a refund. */
  record VerifiedRefund(VerifiedRefundCallback callback) implements CallbackReading {}

  /**
   * The channel has signed the callback, but it says nothing that this service acts on, such as
   * that nobody has paid yet. It is logged and acknowledged.
   */
  record DecidesNothing(CallbackClaim claim) implements CallbackReading {}

  /**
   * The callback is not trusted. It is logged with its claim and changes nothing.
   *
   * @param invalid the field and the rule that it breaks; null unless the callback is malformed
   */
  record Refused(RefusalReason refusal, CallbackClaim claim, @Nullable InvalidValue invalid)
      implements CallbackReading {
    public Refused {
      if ((refusal == RefusalReason.MALFORMED) != (invalid != null)) {
        throw new IllegalArgumentException("MALFORMED and an invalid field go together");
      }
    }

    public static Refused malformed(InvalidValue invalid, CallbackClaim claim) {
      return new Refused(RefusalReason.MALFORMED, claim, invalid);
    }

    public static Refused because(RefusalReason refusal, CallbackClaim claim) {
      return new Refused(refusal, claim, null);
    }
  }

  /** Why a callback is refused; the names appear in the log and in metrics. */
  enum RefusalReason {
    /** The content type is not JSON, or the charset is not UTF-8. */
    NOT_JSON,
    /** The content type is not an HTML form, or the charset is not UTF-8. */
    NOT_FORM,
    /** A field breaks its grammar, or the body cannot be parsed. */
    MALFORMED,
    /** It has no valid signature of the channel. */
    BAD_SIGNATURE,
    /** The signature is valid, but its time is not close to now: it may be a replayed callback. */
    OUTSIDE_WINDOW,
    /** The channel signed it, but about an account that this service does not have. */
    OTHER_ACCOUNT,
    /** It is about a refund that was not made by this service; a person must look. */
    FOREIGN_REFUND
  }
}
