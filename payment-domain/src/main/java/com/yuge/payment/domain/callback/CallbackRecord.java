package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the callback log.
 *
 * @param payNo null where the request named none that could be one
 * @param id null unless this callback was the first of its id and verified: nobody else may occupy
 *     an id
 * @param status what it said, SUCCESS or FAILED; null where it said neither
 * @param payload the body as it came; the log keeps the first 16 KiB
 * @param reason why the result is what it is, a short key
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
  /** The reason of a callback about an order that the channel has not. */
  public static final String UNKNOWN_PAY_NO = "UNKNOWN_PAY_NO";

  public CallbackRecord {
    if (id != null && !signatureValid) {
      throw new IllegalArgumentException("an unverified callback never occupies an id");
    }
  }
}
