package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.order.ClosePayOrder.EXPIRED;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.Doubt;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.order.Settlement;
import java.time.Clock;

/**
 * What follows from a channel's answers for an order that it may know. Past its time the order is
 * asked for, closed at the channel, asked for again if the channel says that it is paid, and only
 * then closed here. A doubt decides nothing.
 */
public record AskChannel(
    Channels channels, SettlePayOrder settle, ClosePayOrder close, PlanLook plan, Clock clock) {
  private static final String CLOSED_BY_CHANNEL = "CLOSED_BY_CHANNEL";

  Look handle(PayOrder order) {
    ChannelGateway gateway;
    try {
      gateway = channels.gateway(order.channel());
    } catch (ChannelUnavailable e) {
      return doubt(order, Action.QUERY, new Doubt(Doubt.Cause.NOT_ASKED, e.toString()));
    }
    QueryAnswer answer = gateway.query(order.trade());
    if (answer instanceof QueryAnswer.Decided decided) {
      return settle(decided.word());
    }
    if (answer instanceof QueryAnswer.Unknown unknown) {
      return doubt(order, Action.QUERY, unknown.doubt());
    }
    return order.status().isFinal() ? noPayment(order, answer) : unpaid(order, gateway, answer);
  }

  // Of an order that is SUCCESS this contradicts an earlier word: a person may want to know.
  private Look noPayment(PayOrder order, QueryAnswer answer) {
    plan.handle(order, Action.QUERY, answer.key(), "the channel has no payment");
    return Look.UNPAID;
  }

  private Look unpaid(PayOrder order, ChannelGateway gateway, QueryAnswer answer) {
    boolean closedThere = answer instanceof QueryAnswer.ClosedUnpaid;
    if (!isExpired(order) && !closedThere) {
      plan.handle(order, Action.QUERY, answer.key(), "nobody has paid yet");
      return Look.WAITING;
    }
    plan.record(order, Action.QUERY, answer.key(), "nobody has paid");
    return closedThere ? closeHere(order, answer.key()) : closeThere(order, gateway, answer);
  }

  private Look closeThere(PayOrder order, ChannelGateway gateway, QueryAnswer before) {
    CloseAnswer answer = gateway.close(order.trade());
    if (answer instanceof CloseAnswer.Unknown unknown) {
      return doubt(order, Action.CLOSE, unknown.doubt());
    }
    if (answer instanceof CloseAnswer.AlreadyPaid) {
      plan.record(order, Action.CLOSE, answer.key(), "refused, paid in the last moment");
      return askForPayment(order, gateway);
    }
    // With a trade that it will end by itself, one waits until it has.
    if (answer instanceof CloseAnswer.NotOffered && !(before instanceof QueryAnswer.NoTrade)) {
      plan.handle(order, Action.CLOSE, answer.key(), "the channel is about to close it by itself");
      return Look.WAITING;
    }
    return closeHere(order, answer.key());
  }

  // It said that it was paid: anything but how leaves the order open.
  private Look askForPayment(PayOrder order, ChannelGateway gateway) {
    QueryAnswer answer = gateway.query(order.trade());
    if (answer instanceof QueryAnswer.Decided decided) {
      return settle(decided.word());
    }
    Doubt.Cause cause =
        answer instanceof QueryAnswer.Unknown unknown ? unknown.doubt().cause() : Doubt.Cause.ERROR;
    return doubt(order, Action.QUERY, new Doubt(cause, "after a refused close: " + answer));
  }

  // Money that settles nothing is what the look came to, whatever else follows from it.
  private Look settle(ChannelWord word) {
    Settlement settlement =
        settle
            .handle(word, Action.QUERY)
            .orElseThrow(() -> new IllegalStateException("no order for " + word));
    Look look = settled(settlement);
    if (settlement instanceof Settlement.LateSuccess) {
      return Look.LATE;
    }
    return isMismatch(settlement) ? Look.MISMATCH : look;
  }

  private static boolean isMismatch(Settlement settlement) {
    return settlement instanceof Settlement.Mismatch
        || settlement instanceof Settlement.Claim
        || settlement instanceof Settlement.AmountDiffered;
  }

  private Look settled(Settlement settlement) {
    PayOrder order = settlement.order();
    if (settlement instanceof Settlement.Applied) {
      return Look.DECIDED; // What follows was planned when it was written.
    }
    if (order.status().isFinal()) {
      plan.handle(order);
      return Look.DECIDED;
    }
    // The channel says that it is paid, and not as the order asks: nobody can pay it now.
    if (isExpired(order)) {
      return closeHere(order, "MISMATCH");
    }
    plan.handle(order);
    return Look.WAITING;
  }

  private Look closeHere(PayOrder order, String result) {
    if (close.handle(order, isExpired(order) ? EXPIRED : CLOSED_BY_CHANNEL, result)) {
      return Look.CLOSED;
    }
    plan.handle(order);
    return Look.MOVED;
  }

  // A question that was not asked is no step, and during an outage there would be many.
  private Look doubt(PayOrder order, Action action, Doubt doubt) {
    if (doubt.cause() == Doubt.Cause.NOT_ASKED) {
      plan.afterDoubt(order);
      return Look.UNKNOWN;
    }
    plan.afterDoubt(order, action, "UNKNOWN", doubt.cause() + ": " + doubt.detail());
    return Look.UNKNOWN;
  }

  private boolean isExpired(PayOrder order) {
    return order.hasExpired(clock.instant());
  }
}
