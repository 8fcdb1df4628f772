package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.order.ClosePayOrder.EXPIRED;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PaymentOutcome;
import java.time.Clock;

/**
 * Queries the channel of an order that the channel may know, and acts on the answer. An expired
 * order is queried, closed at the channel, queried again if the channel says that it is paid, and
 * only then closed here. An unknown answer decides nothing.
 */
public record QueryChannel(
    Channels channels,
    ApplyChannelResult apply,
    ClosePayOrder close,
    ScheduleCheck schedule,
    Clock clock) {
  private static final String CLOSED_BY_CHANNEL = "CLOSED_BY_CHANNEL";

  CheckResult handle(PayOrder order) {
    ChannelGateway gateway;
    try {
      gateway = channels.gateway(order.channel());
    } catch (ChannelUnavailable e) {
      return unknown(
          order, Action.QUERY, new UnknownReason(UnknownReason.Cause.NOT_ASKED, e.toString()));
    }
    QueryAnswer answer = gateway.query(order.trade());
    if (answer instanceof QueryAnswer.Decided decided) {
      return apply(decided.result());
    }
    if (answer instanceof QueryAnswer.Unknown unknown) {
      return unknown(order, Action.QUERY, unknown.reason());
    }
    return order.status().isFinal() ? noPayment(order, answer) : unpaid(order, gateway, answer);
  }

  // For a SUCCESS order, this contradicts an earlier result: a person may want to know.
  private CheckResult noPayment(PayOrder order, QueryAnswer answer) {
    schedule.next(order, Action.QUERY, answer.key(), "the channel has no payment");
    return CheckResult.UNPAID;
  }

  private CheckResult unpaid(PayOrder order, ChannelGateway gateway, QueryAnswer answer) {
    boolean closedThere = answer instanceof QueryAnswer.ClosedUnpaid;
    if (!isExpired(order) && !closedThere) {
      schedule.next(order, Action.QUERY, answer.key(), "nobody has paid yet");
      return CheckResult.WAITING;
    }
    schedule.record(order, Action.QUERY, answer.key(), "nobody has paid");
    return closedThere ? closeHere(order, answer.key()) : closeThere(order, gateway, answer);
  }

  private CheckResult closeThere(PayOrder order, ChannelGateway gateway, QueryAnswer before) {
    CloseAnswer answer = gateway.close(order.trade());
    if (answer instanceof CloseAnswer.Unknown unknown) {
      return unknown(order, Action.CLOSE, unknown.reason());
    }
    if (answer instanceof CloseAnswer.AlreadyPaid) {
      schedule.record(order, Action.CLOSE, answer.key(), "refused, paid in the last moment");
      return askForPayment(order, gateway);
    }
    // The channel will close the trade itself, so the order waits until it has.
    if (answer instanceof CloseAnswer.NotOffered
        && !(before instanceof QueryAnswer.TradeNotFound)) {
      schedule.next(
          order, Action.CLOSE, answer.key(), "the channel is about to close it by itself");
      return CheckResult.WAITING;
    }
    return closeHere(order, answer.key());
  }

  // The channel says that the trade is paid. Until a query returns the result, the order stays
  // open.
  private CheckResult askForPayment(PayOrder order, ChannelGateway gateway) {
    QueryAnswer answer = gateway.query(order.trade());
    if (answer instanceof QueryAnswer.Decided decided) {
      return apply(decided.result());
    }
    UnknownReason.Cause cause =
        answer instanceof QueryAnswer.Unknown unknown
            ? unknown.reason().cause()
            : UnknownReason.Cause.ERROR;
    return unknown(
        order, Action.QUERY, new UnknownReason(cause, "after a refused close: " + answer));
  }

  private CheckResult apply(ChannelResult result) {
    PaymentOutcome outcome =
        apply
            .handle(result, Action.QUERY)
            .orElseThrow(() -> new IllegalStateException("no order for " + result));
    PayOrder order = outcome.order();
    return switch (outcome.kind()) {
      case APPLIED -> CheckResult.DECIDED; // The next check was scheduled with it.
      case LATE_SUCCESS -> unapplied(order, CheckResult.LATE);
      case MISMATCH, CLAIM, AMOUNT_DIFFERED -> unapplied(order, CheckResult.MISMATCH);
      case AMOUNT_CONFIRMED, DUPLICATE, IGNORED -> notEnded(order);
    };
  }

  // Unapplied money is the result of the check, whatever the next step returns.
  private CheckResult unapplied(PayOrder order, CheckResult result) {
    CheckResult unused = notEnded(order);
    return result;
  }

  // The result did not end the order.
  private CheckResult notEnded(PayOrder order) {
    if (order.status().isFinal()) {
      schedule.next(order);
      return CheckResult.DECIDED;
    }
    // The channel has a payment that does not match the order, so nobody can pay the order now.
    if (isExpired(order)) {
      return closeHere(order, "MISMATCH");
    }
    schedule.next(order);
    return CheckResult.WAITING;
  }

  private CheckResult closeHere(PayOrder order, String result) {
    if (close.handle(order, isExpired(order) ? EXPIRED : CLOSED_BY_CHANNEL, result)) {
      return CheckResult.CLOSED;
    }
    schedule.next(order);
    return CheckResult.MOVED;
  }

  // A query that was not made is not recorded: an outage would cause many such entries.
  private CheckResult unknown(PayOrder order, Action action, UnknownReason reason) {
    if (reason.cause() == UnknownReason.Cause.NOT_ASKED) {
      schedule.afterUnknown(order);
      return CheckResult.UNKNOWN;
    }
    schedule.afterUnknown(order, action, "UNKNOWN", reason.cause() + ": " + reason.detail());
    return CheckResult.UNKNOWN;
  }

  private boolean isExpired(PayOrder order) {
    return order.hasExpired(clock.instant());
  }
}
