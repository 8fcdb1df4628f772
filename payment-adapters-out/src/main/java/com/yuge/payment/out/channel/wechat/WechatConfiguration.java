package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.ReplayWindow;
import com.yuge.payment.out.channel.statement.StatementBounds;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WeChat Pay, if it is switched on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WechatProperties.class)
public class WechatConfiguration {
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty("payment.wechat.enabled")
  static class Enabled {
    @Bean
    WechatAccounts wechatAccounts(WechatProperties properties) {
      return WechatAccounts.read(properties);
    }

    /** Payments, refunds and statements share one limit of calls at once. */
    @Bean
    WechatClients wechatClients(
        WechatProperties properties,
        WechatAccounts accounts,
        Clock clock,
        ObservationRegistry observations) {
      ChannelHttp http = new ChannelHttp(properties.limits(), observations);
      return new WechatClients(accounts, http, properties.url(), clock);
    }

    @Bean
    ChannelGateway wechatChannel(WechatProperties properties, WechatClients clients, Clock clock) {
      return new WechatChannel(clients, properties.notifyUrl(WechatCallbackReader.PAYMENTS), clock);
    }

    @Bean
    RefundGateway wechatRefunds(WechatProperties properties, WechatClients clients) {
      return new WechatRefunds(clients, properties.notifyUrl(WechatCallbackReader.REFUNDS));
    }

    @Bean
    StatementGateway wechatStatements(WechatProperties properties, WechatClients clients) {
      return new WechatStatements(clients, properties.merchants(), StatementBounds.USUAL);
    }

    @Bean
    CallbackReader wechatCallbackReader(WechatAccounts accounts, Clock clock) {
      return new WechatCallbackReader(accounts, new ReplayWindow(WechatClients.MOST_SKEW, clock));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "payment.wechat.check-on-start", matchIfMissing = true)
    SmartInitializingSingleton wechatStartCheck(
        WechatProperties properties,
        WechatAccounts accounts,
        Clock clock,
        ObservationRegistry observations) {
      ChannelHttp http = new ChannelHttp(properties.limits(), observations);
      return new WechatStartCheck(accounts, new StartupProbe(http, properties.url(), clock));
    }
  }
}
