package com.yuge.payment.app;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.HandleRefundCallback;
import com.yuge.payment.domain.refund.CancelRefund;
import com.yuge.payment.domain.refund.ClaimDueRefunds;
import com.yuge.payment.domain.refund.CreateRefund;
import com.yuge.payment.domain.refund.FindRefund;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.ProcessRefund;
import com.yuge.payment.domain.refund.RefundUseCases;
import com.yuge.payment.domain.refund.RequestRefundCheck;
import com.yuge.payment.domain.refund.ResolveRefund;
import com.yuge.payment.in.job.RefundProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of refunds. */
@Configuration(proxyBeanMethods = false)
class RefundConfiguration {
  @Bean
  RefundUseCases refundUseCases(PaymentUseCases useCases) {
    return useCases.refunds();
  }

  @Bean
  CreateRefund createRefund(RefundUseCases useCases) {
    return useCases.createRefund();
  }

  @Bean
  FindRefund findRefund(RefundUseCases useCases) {
    return useCases.findRefund();
  }

  @Bean
  InspectRefunds inspectRefunds(RefundUseCases useCases) {
    return useCases.inspectRefunds();
  }

  @Bean
  RequestRefundCheck requestRefundCheck(RefundUseCases useCases) {
    return useCases.requestRefundCheck();
  }

  @Bean
  CancelRefund cancelRefund(RefundUseCases useCases) {
    return useCases.cancelRefund();
  }

  @Bean
  ResolveRefund resolveRefund(RefundUseCases useCases) {
    return useCases.resolveRefund();
  }

  @Bean
  ClaimDueRefunds claimDueRefunds(RefundUseCases useCases, RefundProperties properties) {
    return useCases.claimDueRefunds(properties.hold());
  }

  @Bean
  ProcessRefund processRefund(RefundUseCases useCases) {
    return useCases.processRefund();
  }

  @Bean
  HandleRefundCallback handleRefundCallback(PaymentUseCases useCases) {
    return useCases.handleRefundCallback();
  }
}
