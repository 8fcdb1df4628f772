package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

/** Logs a callback that is not applied; it changes nothing and occupies no id. */
public final class RejectCallback {
  /** The reason for a signed callback that decides nothing. */
  public static final String DECIDES_NOTHING = "DECIDES_NOTHING";

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
    add(channel, claim, payload, reason, CallbackResult.FAILED);
  }

  /** Logs a signed callback that decides nothing. */
  public void ignore(PayChannel channel, CallbackClaim claim, String payload) {
    add(channel, claim, payload, DECIDES_NOTHING, CallbackResult.IGNORED);
  }

  private void add(
      PayChannel channel,
      CallbackClaim claim,
      String payload,
      String reason,
      CallbackResult result) {
    CallbackRecord line =
        new CallbackRecord(
            channel,
            claim.payNo(),
            null,
            claim.status(),
            payload,
            claim.signed(),
            result,
            reason,
            clock.instant());
    transactions.runSingle(() -> log.add(line));
  }
}
