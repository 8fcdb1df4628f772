package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.RateLimitConfiguration;
import com.yuge.payment.in.web.RateLimitProperties;
import com.yuge.payment.in.web.SignedPath;
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
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  @Bean
  Md5Signatures md5Signatures(CallbackProperties properties) {
    return new Md5Signatures(properties.secrets());
  }

  @Bean
  CallbackSchemes callbackSchemes(
      JsonMapper mapper, CallbackProperties properties, Md5Signatures md5) {
    return new CallbackSchemes(
        mapper,
        properties.callback().md5Accepted() ? md5 : null,
        new HmacSignatures(properties.callback().activeKeys()));
  }

  @Bean(destroyMethod = "tell")
  RefusedCallbacksLog refusedCallbacksLog() {
    return new RefusedCallbacksLog(System::nanoTime);
  }

  @Bean
  SchedulingConfigurer refusedCallbacksSchedule(RefusedCallbacksLog refused) {
    return tasks -> tasks.addFixedDelayTask(refused::tellWhenDue, BETWEEN_LOOKS);
  }

  @Bean
  CallbackCounts callbackCounts(MeterRegistry meters, RefusedCallbacksLog refused) {
    return new CallbackCounts(meters, refused);
  }

  @Bean
  Rejections rejections(
      RejectCallback reject,
      CallbackCounts counts,
      RateLimits limits,
      RateLimitProperties properties) {
    return new Rejections(
        reject, counts, limits, properties.unverified(), properties.unverifiedTotal());
  }

  @Bean
  ReceiveMockCallback receiveMockCallback(
      CallbackSchemes schemes,
      CallbackProperties properties,
      HandleCallback handle,
      Rejections rejections,
      CallbackCounts counts,
      Clock clock) {
    return new ReceiveMockCallback(
        schemes,
        new ReplayWindow(properties.callback().maxSkew(), clock),
        handle,
        rejections,
        counts);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  MockCallbackController mockCallbackController(
      Rejections rejections, ReceiveMockCallback receive, Messages messages) {
    return new MockCallbackController(new CallbackBodies(rejections), receive, messages);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  SignedPath mockCallbackPath() {
    return new SignedPath(MockCallbackController.PATH);
  }

  @Bean
  @ConditionalOnBooleanProperty("payment.mock.signature-endpoint")
  SignatureController signatureController(Md5Signatures signatures) {
    return new SignatureController(signatures);
  }
}
