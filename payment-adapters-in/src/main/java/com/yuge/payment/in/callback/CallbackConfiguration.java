package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.PublicPath;
import com.yuge.payment.in.web.RateLimitConfiguration;
import com.yuge.payment.in.web.RateLimitProperties;
import com.yuge.payment.in.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The MOCK channel's callback, and in development its signing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallbackProperties.class)
@EnableScheduling
@Import({WebConfiguration.class, RateLimitConfiguration.class})
public class CallbackConfiguration {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @Bean
  Md5Signatures md5Signatures(CallbackProperties properties) {
    return new Md5Signatures(properties.secrets());
  }

  @Bean
  SignatureVerifier signatureVerifier(
      JsonMapper mapper, CallbackProperties properties, Md5Signatures md5) {
    return new SignatureVerifier(
        mapper,
        properties.callback().md5Accepted() ? md5 : null,
        new HmacSignatures(properties.callback().activeKeys()));
  }

  @Bean(destroyMethod = "flush")
  RefusedCallbacksLog refusedCallbacksLog() {
    return new RefusedCallbacksLog(System::nanoTime);
  }

  @Bean
  SchedulingConfigurer refusedCallbacksSchedule(RefusedCallbacksLog refused) {
    return tasks -> tasks.addFixedDelayTask(refused::logWhenDue, INTERVAL);
  }

  @Bean
  CallbackMetrics callbackMetrics(MeterRegistry meters, RefusedCallbacksLog refused) {
    return new CallbackMetrics(meters, refused);
  }

  @Bean
  Rejections rejections(
      RejectCallback reject,
      CallbackMetrics metrics,
      RateLimits limits,
      RateLimitProperties properties) {
    return new Rejections(
        reject, metrics, limits, properties.unverified(), properties.unverifiedTotal());
  }

  @Bean
  ReceiveMockCallback receiveMockCallback(
      SignatureVerifier verifier,
      CallbackProperties properties,
      HandleCallback handle,
      Rejections rejections,
      CallbackMetrics metrics,
      Clock clock) {
    return new ReceiveMockCallback(
        verifier,
        new ReplayWindow(properties.callback().maxSkew(), clock),
        handle,
        rejections,
        metrics);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  MockCallbackController mockCallbackController(
      Rejections rejections, ReceiveMockCallback receive, Messages messages) {
    return new MockCallbackController(new CallbackBodies(rejections), receive, messages);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  PublicPath mockCallbackPath() {
    return new PublicPath(MockCallbackController.PATH);
  }

  @Bean
  @ConditionalOnBooleanProperty("payment.mock.signature-endpoint")
  SignatureController signatureController(Md5Signatures signatures) {
    return new SignatureController(signatures);
  }
}
