package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;

/**
 * One attempt to pay, in the channel's books.
 *
 * @param saysAmount whether the channel's callback tells the amount
 * @param toldAt when the channel first means to tell of it, in microseconds of the world's time
 * @param isTold false when no callback of it ever arrives
 */
public record Payment(
    PayNo payNo,
    TradeNo tradeNo,
    Money amount,
    Verdict verdict,
    boolean saysAmount,
    long toldAt,
    boolean isTold) {
  public boolean tookMoney() {
    return verdict == Verdict.SUCCESS;
  }

  boolean isOfSameOrder(Payment other) {
    return payNo.equals(other.payNo());
  }

  /** What the channel says of it when asked; it then always tells the amount. */
  ChannelWord word() {
    return new ChannelWord(payNo, verdict, tradeNo, amount, null);
  }
}
