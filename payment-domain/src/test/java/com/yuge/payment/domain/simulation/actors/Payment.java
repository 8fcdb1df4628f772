package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
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
    Status status,
    boolean saysAmount,
    long toldAt,
    boolean isTold) {
  public boolean tookMoney() {
    return status == Status.SUCCESS;
  }

  boolean isOfSameOrder(Payment other) {
    return payNo.equals(other.payNo());
  }

  /** What the channel says of it when asked; it then always tells the amount. */
  ChannelResult result() {
    return new ChannelResult(payNo, status, tradeNo, amount, null);
  }
}
