package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.RefundCreation.Cause;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates the one refund of a refund order number; a repeat returns the same refund. The refund is
 * committed before the channel is asked, so an unknown answer never causes a second refund.
 */
public final class CreateRefund {
  /** The most refunds of one payment, failed ones included; WeChat Pay permits 50. */
  public static final int MOST = 50;

  /** How long after the payment it can be refunded. */
  public static final Duration LONGEST = Duration.ofDays(365);

  /** The time until a job asks the channel, in case the process dies before it asks itself. */
  private static final Duration FIRST_CALL = Duration.ofSeconds(15);

  private final RefundPorts ports;
  private final Channels channels;
  private final WriteRefund write;
  private final ProcessRefund process;
  private final Transactions transactions;
  private final RefundNumbers numbers;
  private final Clock clock;

  CreateRefund(
      RefundPorts ports,
      Channels channels,
      WriteRefund write,
      ProcessRefund process,
      Transactions transactions,
      RefundNumbers numbers,
      Clock clock) {
    this.ports = ports;
    this.channels = channels;
    this.write = write;
    this.process = process;
    this.transactions = transactions;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Creates the refund and asks the channel for it once.
   *
   * @return empty when there is no such order
   * @throws ChannelUnavailable when the order's channel has no refunds; nothing was created
   */
  public Optional<RefundCreation> handle(NewRefund wanted) {
    return transactions.call(() -> create(wanted)).map(this::ask);
  }

  private RefundCreation ask(RefundCreation creation) {
    return creation instanceof RefundCreation.Agreed agreed && agreed.isNew()
        ? new RefundCreation.Agreed(process.callNow(agreed.refund().refundNo()), true)
        : creation;
  }

  private Optional<RefundCreation> create(NewRefund wanted) {
    return ports
        .orders()
        .orders()
        .lock(wanted.payNo())
        .map(
            order ->
                ports
                    .refunds()
                    .find(wanted.payNo(), wanted.refundOrderNo())
                    .map(before -> repeated(wanted, before))
                    .orElseGet(() -> create(order, wanted)));
  }

  private static RefundCreation repeated(NewRefund wanted, Refund before) {
    return wanted.isSameAs(before) ? agreed(before, false) : refused(Cause.DIFFERENT);
  }

  private RefundCreation create(PayOrder order, NewRefund wanted) {
    Optional<PaidTrade> trade =
        ports.orders().trades().of(order.payNo()).stream()
            .filter(found -> isMeant(found, wanted))
            .findFirst();
    return trade.map(found -> create(order, found, wanted)).orElse(refused(Cause.NOT_PAID));
  }

  private static boolean isMeant(PaidTrade trade, NewRefund wanted) {
    return wanted.tradeNo() == null
        ? !trade.isUnapplied()
        : trade.isUnapplied() && trade.tradeNo().equals(wanted.tradeNo());
  }

  private RefundCreation create(PayOrder order, PaidTrade trade, NewRefund wanted) {
    Instant now = clock.instant();
    Optional<Cause> refusal =
        new RefundLimits(trade, ports.refunds().of(order.payNo())).refuse(wanted.amount(), now);
    return refusal
        .<RefundCreation>map(cause -> new RefundCreation.Refused(cause, trade.refundable()))
        .orElseGet(() -> add(order, trade, wanted, now));
  }

  private RefundCreation add(PayOrder order, PaidTrade trade, NewRefund wanted, Instant now) {
    RefundGateway unused = channels.refunds(order.channel()); // Throws if there is none.
    Money base = Objects.requireNonNull(trade.amount(), "checked before");
    Refund refund = Refund.create(numbers.next(order, now), wanted.terms(order, trade, base), now);
    Refund added = write.add(refund, trade, FIRST_CALL);
    ports.orders().orders().raiseVersion(order.nextVersion(now));
    write.audit(order, Action.REFUND, "CREATED", text(added), now);
    return agreed(added, true);
  }

  private static String text(Refund refund) {
    RefundTerms terms = refund.terms();
    return refund.refundNo()
        + " "
        + terms.amount()
        + " of tradeNo="
        + terms.tradeNo()
        + " by "
        + terms.requestedBy()
        + ": "
        + terms.reason();
  }

  private static RefundCreation agreed(Refund refund, boolean isNew) {
    return new RefundCreation.Agreed(
        new RefundOutcome(RefundOutcome.Kind.UNCHANGED, refund), isNew);
  }

  private static RefundCreation refused(Cause cause) {
    return new RefundCreation.Refused(cause, BigDecimal.ZERO.setScale(Money.DECIMALS));
  }
}
