package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.SignedPath;
import com.yuge.payment.in.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The MOCK channel's callback, and in development its signing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallbackProperties.class)
@Import(WebConfiguration.class)
public class CallbackConfiguration {
  @Bean
  Signatures signatures(CallbackProperties properties) {
    return new Signatures(properties.callbackSecret());
  }

  @Bean
  CallbackCounts callbackCounts(MeterRegistry meters) {
    return new CallbackCounts(meters);
  }

  @Bean
  Rejections rejections(RejectCallback reject, CallbackCounts counts) {
    return new Rejections(reject, counts);
  }

  @Bean
  ReceiveMockCallback receiveMockCallback(
      Signatures signatures,
      CallbackProperties properties,
      HandleCallback handle,
      Rejections rejections,
      CallbackCounts counts,
      Clock clock) {
    return new ReceiveMockCallback(
        signatures,
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
  SignatureController signatureController(Signatures signatures) {
    return new SignatureController(signatures);
  }
}
