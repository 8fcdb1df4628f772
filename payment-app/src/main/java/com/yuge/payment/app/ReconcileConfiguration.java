package com.yuge.payment.app;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.LookPace;
import com.yuge.payment.domain.reconcile.PlanLook;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestLook;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.in.job.ReconcileProperties;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of reconciliation. */
@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
  @Bean
  ClaimDueOrders claimDueOrders(DueOrders due, ReconcileProperties properties) {
    return new ClaimDueOrders(due, properties.hold());
  }

  @Bean
  ClosePayOrder closePayOrder(
      OrderPorts ports, AfterEndChecks checks, Transactions transactions, Clock clock) {
    return new ClosePayOrder(ports, checks, transactions, clock);
  }

  @Bean
  ReconcilePayOrder reconcilePayOrder(
      PayOrders orders,
      Channels channels,
      SettlePayOrder settle,
      ClosePayOrder close,
      PlanLook plan,
      Clock clock) {
    return new ReconcilePayOrder(orders, channels, settle, close, plan, clock);
  }

  @Bean
  RequestLook requestLook(
      PayOrders orders, AuditTrail audit, Transactions transactions, Clock clock) {
    return new RequestLook(orders, audit, transactions, clock);
  }

  @Bean
  PlanLook planLook(
      OrderPorts ports,
      AfterEndChecks checks,
      ReconcileProperties properties,
      Transactions transactions,
      Clock clock) {
    LookPace pace =
        new LookPace(
            properties.timeoutThreshold(),
            properties.backoffMax(),
            () -> ThreadLocalRandom.current().nextDouble());
    return new PlanLook(ports, pace, checks, transactions, clock);
  }
}
