package com.yuge.payment.app;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of reconciliation. */
@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
  @Bean
  ClaimDueOrders claimDueOrders(PaymentUseCases useCases) {
    return useCases.claimDueOrders();
  }

  @Bean
  ReconcilePayOrder reconcilePayOrder(PaymentUseCases useCases) {
    return useCases.reconcilePayOrder();
  }

  @Bean
  RequestCheck requestCheck(PaymentUseCases useCases) {
    return useCases.requestCheck();
  }
}
