package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Keeps a callback that is not acted on; it changes nothing and occupies no id. */
public final class RejectCallback {
  private final CallbackLog log;
  private final Transactions transactions;
  private final Clock clock;

  public RejectCallback(CallbackLog log, Transactions transactions, Clock clock) {
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Logs the callback.
   *
   * @param payNo the order it claims to be about; null where it names none that could be one
   * @param status SUCCESS or FAILED as it claims; null where it claims neither
   * @param signatureValid whether the channel signed it: a genuine one may be too old
   * @param reason why it was rejected, a short key
   */
  public void handle(
      PayChannel channel,
      @Nullable PayNo payNo,
      @Nullable String status,
      String payload,
      boolean signatureValid,
      String reason) {
    CallbackRecord line =
        new CallbackRecord(
            channel,
            payNo,
            null,
            status,
            payload,
            signatureValid,
            CallbackResult.FAILED,
            reason,
            clock.instant());
    transactions.runSingle(() -> log.add(line));
  }
}
