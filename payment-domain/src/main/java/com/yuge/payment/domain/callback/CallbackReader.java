package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import java.util.Set;

/**
 * Reads the callbacks of one channel and verifies their signatures. The channel defines the format,
 * the signature, the accepted age and the answer.
 */
public interface CallbackReader {
  PayChannel channel();

  /**
   * The kinds of callback that the channel sends. Each has its own address: {@code payments}
   * arrives at {@code /channels/mock/payments}. Lower-case letters and hyphens.
   */
  Set<String> kinds();

  /** Never throws because of the input: anybody can send anything. */
  CallbackReading read(RawCallback raw);

  /** The answer to a stored callback, so that the channel stops sending it. */
  Acknowledgement accepted();

  /**
   * The answer to a refused callback.
   *
   * @param status the HTTP status that gives the reason, 400 or higher
   */
  Acknowledgement refused(int status);
}
