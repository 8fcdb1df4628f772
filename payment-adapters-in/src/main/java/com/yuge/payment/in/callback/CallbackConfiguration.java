package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.HandleRefundCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.PublicPaths;
import com.yuge.payment.in.web.RateLimitConfiguration;
import com.yuge.payment.in.web.RateLimitProperties;
import com.yuge.payment.in.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Beans that receive the channels' callbacks and, in development, sign callbacks. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({WebConfiguration.class, RateLimitConfiguration.class})
public class CallbackConfiguration {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

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
  ReceiveCallback receiveCallback(
      HandleCallback handle,
      HandleRefundCallback handleRefund,
      Rejections rejections,
      CallbackMetrics metrics) {
    return new ReceiveCallback(handle, handleRefund, rejections, metrics);
  }

  @Bean
  CallbackReaders callbackReaders(ObjectProvider<CallbackReader> readers) {
    return new CallbackReaders(readers.stream().toList());
  }

  @Bean
  ChannelCallbackController channelCallbackController(
      CallbackReaders readers, ReceiveCallback receive) {
    return new ChannelCallbackController(readers, receive);
  }

  @Bean
  PublicPaths channelCallbackPaths(CallbackReaders readers) {
    return new PublicPaths(readers.paths());
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  MockCallbackController mockCallbackController(
      CallbackReaders readers, ReceiveCallback receive, Messages messages) {
    return new MockCallbackController(
        readers
            .find(MockCallbackController.CHANNEL, MockCallbackController.KIND)
            .orElseThrow(() -> new IllegalStateException("the MOCK channel has no reader")),
        receive,
        messages);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  PublicPaths mockCallbackPath() {
    return new PublicPaths(Set.of(MockCallbackController.PATH));
  }

  @Bean
  @ConditionalOnBooleanProperty("payment.mock.signature-endpoint")
  SignatureController signatureController(CallbackSigner signer) {
    return new SignatureController(signer);
  }
}
