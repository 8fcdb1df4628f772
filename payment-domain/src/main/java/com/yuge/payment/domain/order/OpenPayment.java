package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  public Optional<OpenResult> handle(PayNo payNo, OpenOptions options) {
    return transactions.call(() -> begin.handle(payNo, channels::gateway, options)).map(this::open);
  }

  /** What the payer's client has to do with an order that was opened; makes no call. */
  public PayerAction action(PayOrder order, @Nullable ReturnUrl returnUrl) {
    return channels.gateway(order.channel()).action(order.trade(), order.payUrl(), returnUrl);
  }

  private OpenResult open(OpenResult result) {
    return switch (result.kind()) {
      case BEGUN -> result.order().payUrl() == null ? openAtChannel(result.order()) : result;
      case REFUSED, DIFFERENT, INVALID, OVER_LIMIT -> result;
    };
  }

  private OpenResult openAtChannel(PayOrder order) {
    ChannelGateway gateway = channels.gateway(order.channel());
    Optional<PayUrl> url = gateway.open(order.trade());
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

  private OpenResult store(PayNo payNo, Optional<PayUrl> url) {
    PayOrder order = locked(payNo);
    if (order.status().isFinal()) {
      return new OpenResult.Refused(order);
    }
    if (order.payUrl() != null || url.isEmpty()) {
      return new OpenResult.Begun(order, false);
    }
    PayOrder opened = order.openedAt(url.get(), clock.instant());
    orders.advance(opened);
    return new OpenResult.Begun(opened, true);
  }

  private PayOrder locked(PayNo payNo) {
    return orders
        .lock(payNo)
        .orElseThrow(() -> new IllegalStateException("pay orders are never deleted: " + payNo));
  }
}
