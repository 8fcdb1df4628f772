package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.RandomHex;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;

/**
 * A payer's attempt to pay, and the state of its callbacks.
 *
 * @param nonce the same in all callbacks of the payment
 * @param tries number of callback tries so far
 * @param acknowledged whether the service has answered 200
 */
record Payment(
    TradeNo tradeNo,
    Status status,
    Money amount,
    Instant at,
    String nonce,
    int tries,
    boolean acknowledged) {

  static Payment of(Status status, Money amount, Instant at) {
    TradeNo tradeNo = new TradeNo("MOCK_" + RandomHex.digits(16));
    return new Payment(tradeNo, status, amount, at, RandomHex.digits(32), 0, false);
  }

  Payment tried(boolean answered200) {
    return new Payment(tradeNo, status, amount, at, nonce, tries + 1, acknowledged || answered200);
  }
}
