package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import java.util.Set;

/**
 * Reads what one channel sends by itself, and believes of it what the channel has signed. Form,
 * signature and freshness are the channel's own, and so is the answer that it understands.
 */
public interface CallbackReader {
  PayChannel channel();

  /**
   * What the channel sends, one address each: {@code payments} comes to {@code
   * /channels/mock/payments}. Lower-case letters and hyphens.
   */
  Set<String> kinds();

  /** Never throws for what was sent: anybody can send anything. */
  CallbackReading read(RawCallback raw);

  /** What the channel is answered when its callback is stored, so that it sends it no more. */
  Acknowledgement accepted();

  /**
   * What the channel is answered when its callback is refused.
   *
   * @param status the HTTP status that says why, from 400 on
   */
  Acknowledgement refused(int status);
}
