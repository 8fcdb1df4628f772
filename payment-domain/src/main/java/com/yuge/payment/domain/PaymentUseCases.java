package com.yuge.payment.domain;

import com.yuge.payment.domain.callback.CallbackPorts;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.BeginPayment;
import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.order.TellOrderHistory;
import com.yuge.payment.domain.reconcile.AskChannel;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.PlanLook;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestLook;
import com.yuge.payment.domain.shared.Randomness;
import java.time.Clock;

/**
 * Makes the use cases, a new one at each call: the one place that knows which of them needs what.
 *
 * @param clock its zone is that of the date inside a pay number
 */
public record PaymentUseCases(
    PaymentPorts ports,
    Channels channels,
    Randomness randomness,
    PaymentSettings settings,
    Clock clock) {

  public CreatePayOrder createPayOrder() {
    return new CreatePayOrder(
        ports.orders().orders(), ports.transactions(), randomness, clock, settings.timeToPay());
  }

  public OpenPayment openPayment() {
    BeginPayment begin =
        new BeginPayment(ports.orders(), settings.looks().pace().min(), settings.subject(), clock);
    return new OpenPayment(ports.orders().orders(), ports.transactions(), channels, begin, clock);
  }

  public FindPayOrder findPayOrder() {
    return new FindPayOrder(
        ports.orders().orders(), ports.orders().trades(), ports.memory().finals());
  }

  public TellOrderHistory tellOrderHistory() {
    return new TellOrderHistory(ports.orders().orders(), ports.reports().history());
  }

  public SettlePayOrder settlePayOrder() {
    return new SettlePayOrder(
        ports.orders(),
        settings.looks().afterEnd(),
        ports.memory().finals(),
        ports.transactions(),
        clock);
  }

  public InspectMoney inspectMoney() {
    return new InspectMoney(
        ports.reports().money(), ports.orders().trades(), settings.overdueAfter(), clock);
  }

  public AcceptUnappliedPayment acceptUnappliedPayment() {
    return new AcceptUnappliedPayment(
        ports.orders(),
        ports.reports().money(),
        ports.memory().finals(),
        ports.transactions(),
        clock);
  }

  public HandleCallback handleCallback() {
    CallbackPorts callbacks =
        new CallbackPorts(ports.orders().orders(), ports.callbacks(), ports.memory().seen());
    return new HandleCallback(
        callbacks, settlePayOrder(), findPayOrder(), ports.transactions(), clock);
  }

  public RejectCallback rejectCallback() {
    return new RejectCallback(ports.callbacks(), ports.transactions(), clock);
  }

  /** To be kept: it remembers whose turn it is. */
  public ClaimDueOrders claimDueOrders() {
    return new ClaimDueOrders(ports.orders().due(), settings.looks().hold());
  }

  public ReconcilePayOrder reconcilePayOrder() {
    ClosePayOrder close =
        new ClosePayOrder(ports.orders(), settings.looks().afterEnd(), ports.transactions(), clock);
    PlanLook plan = planLook();
    AskChannel ask = new AskChannel(channels, settlePayOrder(), close, plan, clock);
    return new ReconcilePayOrder(ports.orders().orders(), ask, close, plan, clock);
  }

  public PlanLook planLook() {
    PaymentSettings.Looks looks = settings.looks();
    return new PlanLook(
        ports.orders(), looks.pace(), looks.afterEnd(), ports.transactions(), clock);
  }

  public RequestLook requestLook() {
    return new RequestLook(
        ports.orders().orders(), ports.orders().audit(), ports.transactions(), clock);
  }
}
