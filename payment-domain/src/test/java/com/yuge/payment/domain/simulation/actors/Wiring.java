package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.HandleRefundCallback;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.fakes.InMemoryPartitionLeases;
import com.yuge.payment.domain.fakes.InMemoryPayOrders;
import com.yuge.payment.domain.fakes.InMemoryPendingEvents;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.refund.CancelRefund.Cancellation;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.LateRefunds;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What an instance is made of; a planted bug replaces one part. */
public class Wiring {
  /** Beyond, a transaction may not commit. */
  protected static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(20);

  protected static final Duration LATE_REFUND_DELAY = Duration.ofMinutes(10);

  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    return new InMemoryPayOrders(store, storeClock);
  }

  public PaidTrades trades(PaidTrades real) {
    return real;
  }

  public LimitUses limitUses(LimitUses real, Clock clock) {
    return real;
  }

  public Refunds refunds(Refunds real, PaidTrades trades) {
    return real;
  }

  public RefundGateway refundGateway(RefundGateway real) {
    return real;
  }

  /** Makes the next call about a refund. */
  public Function<DueRefund, RefundOutcome> process(PaymentUseCases useCases) {
    return useCases.refunds().processRefund()::handle;
  }

  public BiFunction<RefundNo, OperatorReason, Optional<Cancellation>> cancel(
      PaymentUseCases useCases) {
    return useCases.refunds().cancelRefund()::handle;
  }

  /** Where callbacks about refunds come in. */
  public RefundDoor refundDoor(PaymentUseCases useCases) {
    HandleRefundCallback handle = useCases.handleRefundCallback();
    return message -> handle.handle(message.verified()).isPresent();
  }

  public LateRefunds late() {
    return new LateRefunds(true, LATE_REFUND_DELAY, null);
  }

  public FinalPayOrderCache finals(FinalPayOrderCache real) {
    return real;
  }

  public AfterEndChecks afterEnd() {
    return InMemoryPayments.AFTER_END;
  }

  public CallbackLog log(CallbackLog real) {
    return real;
  }

  public Outbox outbox(Outbox real, Transactions transactions) {
    return real;
  }

  public PendingEvents pending(InMemoryStore store, Transactions transactions) {
    return new InMemoryPendingEvents(store, transactions);
  }

  public PartitionLeases leases(InMemoryStore store, Transactions transactions, Clock clock) {
    return new InMemoryPartitionLeases(store, transactions, clock);
  }

  public EventSender sender(EventSender real) {
    return real;
  }

  public Function<PayNo, Optional<OpenResult>> open(PaymentUseCases useCases) {
    OpenPayment open = useCases.openPayment();
    return payNo -> open.handle(payNo, OpenOptions.USUAL);
  }

  public DueOrders due(DueOrders real) {
    return real;
  }

  /** How the channel's words are read. */
  public TradeReading reading() {
    return new TradeReading();
  }

  public ChannelGateway channel(ChannelGateway real) {
    return real;
  }

  public Door door(Door real) {
    return real;
  }

  /** Whether a relay that an Error ended begins anew. */
  public boolean relayRestarts() {
    return true;
  }

  public RelaySettings relay() {
    return relay(Duration.ofMillis(200), Duration.ofSeconds(5), LONGEST_TRANSACTION);
  }

  /** The settings that bugs change; all others are the same. */
  protected static RelaySettings relay(
      Duration pollMin, Duration pollMax, Duration longestTransaction) {
    return new RelaySettings(
        Duration.ofSeconds(3),
        Duration.ofSeconds(3),
        2,
        1 << 20,
        3,
        10,
        100,
        pollMin,
        pollMax,
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        longestTransaction);
  }
}
