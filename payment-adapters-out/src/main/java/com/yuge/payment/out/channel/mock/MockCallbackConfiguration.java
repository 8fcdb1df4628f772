package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.out.channel.ReplayWindow;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that read the MOCK channel's callbacks and, in development, sign them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MockCallbackProperties.class)
public class MockCallbackConfiguration {
  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  CallbackReader mockCallbackReader(MockCallbackProperties properties, Clock clock) {
    Md5Signatures md5 =
        properties.callback().md5Accepted() ? new Md5Signatures(properties.secrets()) : null;
    HmacSignatures hmac = new HmacSignatures(properties.callback().activeKeys());
    return new MockCallbackReader(
        new SignatureVerifier(md5, hmac),
        new RefundSignatureVerifier(md5, hmac),
        new ReplayWindow(properties.callback().maxSkew(), clock));
  }

  @Bean
  @ConditionalOnBooleanProperty("payment.mock.signature-endpoint")
  CallbackSigner mockCallbackSigner(MockCallbackProperties properties) {
    return new Md5Signatures(properties.secrets());
  }
}
