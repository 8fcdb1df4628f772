package com.yuge.payment.in.job;

import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestCheck;
import com.yuge.payment.in.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcileProperties.class)
@Import(WebConfiguration.class)
public class JobConfiguration {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  @Bean
  CheckPayOrder checkPayOrder(
      ReconcilePayOrder reconcile, ObservationRegistry observations, MeterRegistry meters) {
    return new CheckPayOrder(reconcile, observations, meters);
  }

  @Bean
  CheckNowController checkNowController(
      RequestCheck request, CheckPayOrder check, FindPayOrder find) {
    return new CheckNowController(request, check, find);
  }

  @Bean
  ReconcileJob reconcileJob(
      ClaimDueOrders claim,
      CheckPayOrder check,
      ReconcileProperties properties,
      MeterRegistry meters) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("reconcile-");
    threads.setVirtualThreads(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);
    return new ReconcileJob(claim, check, threads, properties, meters);
  }

  /** Down when nothing searches for due orders any more: a restart of the instance helps. */
  @Bean
  HealthIndicator reconcileHealthIndicator(ReconcileJob job) {
    return () -> (job.isDead() ? Health.down() : Health.up()).build();
  }
}
