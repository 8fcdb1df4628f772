package com.yuge.payment.in.job;

import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestLook;
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
  LookAtOrder lookAtOrder(
      ReconcilePayOrder reconcile, ObservationRegistry observations, MeterRegistry meters) {
    return new LookAtOrder(reconcile, observations, meters);
  }

  @Bean
  LookNowController lookNowController(RequestLook request, LookAtOrder look, FindPayOrder find) {
    return new LookNowController(request, look, find);
  }

  @Bean
  ReconcileJob reconcileJob(
      ClaimDueOrders claim,
      LookAtOrder look,
      ReconcileProperties properties,
      MeterRegistry meters) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("reconcile-");
    threads.setVirtualThreads(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);
    return new ReconcileJob(claim, look, threads, properties, meters);
  }

  /** Down when nothing searches for due orders any more: a restart of the instance helps. */
  @Bean
  HealthIndicator reconcileHealthIndicator(ReconcileJob job) {
    return () -> (job.isDead() ? Health.down() : Health.up()).build();
  }
}
