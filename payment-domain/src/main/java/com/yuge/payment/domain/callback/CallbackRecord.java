package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the callback log.
 *
 * @param payNo null if the request contained no valid pay number
 * @param id set only for the first verified callback with this id, or about this unknown refund; no
 *     other callback may occupy an id
 * @param status the status in the callback, such as SUCCESS; null if it contained none that is
 *     known
 * @param payload the body as received; the log stores the first 16 KiB
 * @param reason a short key that explains the result
 */
public record CallbackRecord(
    PayChannel channel,
    @Nullable PayNo payNo,
    @Nullable CallbackId id,
    @Nullable String status,
    String payload,
    boolean signatureValid,
    CallbackResult result,
    String reason,
    Instant at) {
  /** The reason for a callback about an order that the channel does not have. */
  public static final String UNKNOWN_PAY_NO = "UNKNOWN_PAY_NO";

  /** The reason for a callback about a refund that the channel does not have. */
  public static final String UNKNOWN_REFUND_NO = "UNKNOWN_REFUND_NO";

  public CallbackRecord {
    if (id != null && !signatureValid) {
      throw new IllegalArgumentException("an unverified callback never occupies an id");
    }
  }
}
