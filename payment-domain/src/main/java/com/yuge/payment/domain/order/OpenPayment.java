package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;

/**
 * Opens the payment at the channel. PAYING is committed before the call. So an order that the
 * channel may know is never INIT, even after a crash.
 */
public final class OpenPayment {
  private final PayOrders orders;
  private final Transactions transactions;
  private final Channels channels;
  private final BeginPayment begin;
  private final Clock clock;

  public OpenPayment(
      PayOrders orders,
      Transactions transactions,
      Channels channels,
      BeginPayment begin,
      Clock clock) {
    this.orders = orders;
    this.transactions = transactions;
    this.channels = channels;
    this.begin = begin;
    this.clock = clock;
  }

  /**
   * Idempotent: a repeat returns the stored address. If none is stored, it calls the channel again
   * with the same data.
   *
   * @return empty when there is no such order
   * @throws com.yuge.payment.domain.channel.ChannelUnavailable when the channel did not open it;
   *     the order stays PAYING and the call may be repeated
   */
  public Optional<OpenResult> handle(PayNo payNo, Payer payer) {
    return transactions.call(() -> begin.handle(payNo, this::account, payer)).map(this::open);
  }

  private ChannelAccount account(PayChannel channel) {
    return channels.gateway(channel).account();
  }

  private OpenResult open(OpenResult result) {
    return switch (result.kind()) {
      case BEGUN -> result.order().payUrl() == null ? openAtChannel(result.order()) : result;
      case REFUSED -> result;
    };
  }

  private OpenResult openAtChannel(PayOrder order) {
    ChannelGateway gateway = channels.gateway(order.channel());
    PayUrl url = gateway.open(order.trade());
    OpenResult stored = transactions.call(() -> store(order.payNo(), url));
    closeIfTooLate(stored, gateway);
    return stored;
  }

  // The order was closed while the channel opened the payment. The payer never gets the address, so
  // the trade is closed at the channel, too. A failure is acceptable, because money that comes
  // anyway is recorded as late.
  private static void closeIfTooLate(OpenResult result, ChannelGateway gateway) {
    if (result.order().status() == PayStatus.CLOSED) {
      CloseAnswer unused = gateway.close(result.order().trade());
    }
  }

  private OpenResult store(PayNo payNo, PayUrl url) {
    PayOrder order = locked(payNo);
    if (order.status().isFinal()) {
      return new OpenResult.Refused(order);
    }
    if (order.payUrl() != null) {
      return new OpenResult.Begun(order, false);
    }
    PayOrder opened = order.openedAt(url, clock.instant());
    orders.advance(opened);
    return new OpenResult.Begun(opened, true);
  }

  private PayOrder locked(PayNo payNo) {
    return orders
        .lock(payNo)
        .orElseThrow(() -> new IllegalStateException("pay orders are never deleted: " + payNo));
  }
}
