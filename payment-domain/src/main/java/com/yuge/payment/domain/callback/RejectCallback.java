package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

/** Logs a callback that is not applied; it changes nothing and occupies no id. */
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
   * @param reason why it was rejected, a short key
   */
  public void handle(PayChannel channel, CallbackClaim claim, String payload, String reason) {
    CallbackRecord line =
        new CallbackRecord(
            channel,
            claim.payNo(),
            null,
            claim.status(),
            payload,
            claim.signed(),
            CallbackResult.FAILED,
            reason,
            clock.instant());
    transactions.runSingle(() -> log.add(line));
  }
}
