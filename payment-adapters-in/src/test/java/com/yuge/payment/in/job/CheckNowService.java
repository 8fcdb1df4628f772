package com.yuge.payment.in.job;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.order.FindPayOrder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The check on request alone, without the jobs. */
@Configuration(proxyBeanMethods = false)
public class CheckNowService {
  @Bean
  CheckNowController checkNowController(
      PaymentUseCases useCases, FindPayOrder find, MeterRegistry meters) {
    JobMetrics metrics = new JobMetrics("reconcile", ObservationRegistry.NOOP, meters);
    return new CheckNowController(
        useCases.requestCheck(),
        new CheckPayOrder(useCases.reconcilePayOrder(), metrics, meters),
        find);
  }
}
