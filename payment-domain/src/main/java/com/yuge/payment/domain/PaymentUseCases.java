package com.yuge.payment.domain;

import com.yuge.payment.domain.callback.CallbackPorts;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.HandleRefundCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.InspectLimits;
import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.BeginPayment;
import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FindParties;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.FindTimeline;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.QueryChannel;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestCheck;
import com.yuge.payment.domain.reconcile.ScheduleCheck;
import com.yuge.payment.domain.refund.RefundPorts;
import com.yuge.payment.domain.refund.RefundUseCases;
import com.yuge.payment.domain.shared.Randomness;
import java.time.Clock;

/**
 * Creates the use cases, a new object at each call. Only this class knows which use case needs
 * which port.
 *
 * @param clock its zone determines the date inside a pay number
 */
public record PaymentUseCases(
    PaymentPorts ports,
    Channels channels,
    Randomness randomness,
    PaymentSettings settings,
    Clock clock) {

  /** No use case touches an order of a slot that is not the service's own. */
  public PaymentUseCases {
    ports = ports.within(settings.slots());
  }

  public CreatePayOrder createPayOrder() {
    return new CreatePayOrder(
        ports.orders(), ports.transactions(), randomness, clock, settings.timeToPay());
  }

  public OpenPayment openPayment() {
    BeginPayment begin =
        new BeginPayment(
            ports.orders(), settings.checks().backoff().min(), settings.subject(), clock);
    return new OpenPayment(ports.orders().orders(), ports.transactions(), channels, begin, clock);
  }

  public ChangeLimits changeLimits() {
    LimitPorts limits = ports.orders().limits();
    return new ChangeLimits(limits.limits(), limits.audit(), ports.transactions(), clock);
  }

  public InspectLimits inspectLimits() {
    LimitPorts limits = ports.orders().limits();
    return new InspectLimits(limits.limits(), limits.uses(), clock);
  }

  public FindPayOrder findPayOrder() {
    return new FindPayOrder(
        ports.orders().orders(), ports.orders().trades(), ports.memory().finals());
  }

  public FindParties findParties() {
    return new FindParties(ports.orders().orders());
  }

  public FindTimeline findTimeline() {
    return new FindTimeline(ports.orders().orders(), ports.reports().timelines());
  }

  public ApplyChannelResult applyChannelResult() {
    return new ApplyChannelResult(
        ports.orders(),
        settings.checks().afterEnd(),
        refunds().refundLateSuccess()::handle,
        ports.memory().finals(),
        ports.transactions(),
        clock);
  }

  public RefundUseCases refunds() {
    return new RefundUseCases(
        new RefundPorts(ports.orders(), ports.refunds().refunds(), ports.memory().finals()),
        new RefundUseCases.Stores(ports.refunds().due(), ports.refunds().reports()),
        channels,
        ports.transactions(),
        randomness,
        settings.late(),
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
    return new HandleCallback(
        callbackPorts(), applyChannelResult(), findPayOrder(), ports.transactions(), clock);
  }

  public HandleRefundCallback handleRefundCallback() {
    return new HandleRefundCallback(
        callbackPorts(),
        ports.refunds().refunds(),
        refunds().applyRefundAnswer(),
        ports.transactions(),
        clock);
  }

  private CallbackPorts callbackPorts() {
    return new CallbackPorts(ports.orders().orders(), ports.callbacks(), ports.memory().seen());
  }

  public RejectCallback rejectCallback() {
    return new RejectCallback(ports.callbacks(), ports.transactions(), clock);
  }

  /** Create it once: it remembers which status is next. */
  public ClaimDueOrders claimDueOrders() {
    return new ClaimDueOrders(ports.orders().due(), settings.checks().hold());
  }

  public ReconcilePayOrder reconcilePayOrder() {
    ClosePayOrder close =
        new ClosePayOrder(
            ports.orders(), settings.checks().afterEnd(), ports.transactions(), clock);
    ScheduleCheck schedule = scheduleCheck();
    QueryChannel query = new QueryChannel(channels, applyChannelResult(), close, schedule, clock);
    return new ReconcilePayOrder(ports.orders().orders(), query, close, schedule, clock);
  }

  public ScheduleCheck scheduleCheck() {
    PaymentSettings.Checks checks = settings.checks();
    return new ScheduleCheck(
        ports.orders(), checks.backoff(), checks.afterEnd(), ports.transactions(), clock);
  }

  public RequestCheck requestCheck() {
    return new RequestCheck(
        ports.orders().orders(), ports.orders().audit(), ports.transactions(), clock);
  }
}
