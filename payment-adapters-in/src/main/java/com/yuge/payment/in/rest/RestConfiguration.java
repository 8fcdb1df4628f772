package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FindParties;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.FindTimeline;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.refund.CancelRefund;
import com.yuge.payment.domain.refund.CreateRefund;
import com.yuge.payment.domain.refund.FindRefund;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.RequestRefundCheck;
import com.yuge.payment.domain.refund.ResolveRefund;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.PublicPaths;
import com.yuge.payment.in.web.RateLimitConfiguration;
import com.yuge.payment.in.web.RefundMetrics;
import com.yuge.payment.in.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pay orders and refunds over HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
@Import({WebConfiguration.class, RateLimitConfiguration.class})
public class RestConfiguration {
  @Bean
  PayOrderController payOrderController(
      CreatePayOrder create,
      OpenPayment open,
      FindPayOrder find,
      Channels channels,
      LimitProperties rules,
      MeterRegistry meters,
      Messages messages,
      ZoneId shopZone) {
    return new PayOrderController(
        create,
        open,
        find,
        channels,
        rules,
        new LimitErrors(meters),
        new PayOrderAnswers(new GeneratedPayOrderMapper(), messages, shopZone));
  }

  /** On all paths except those of callbacks, which are verified by their signature. */
  @Bean
  WebMvcConfigurer merchantAccess(
      FindParties parties, FindRefund refunds, ObjectProvider<PublicPaths> publicPaths) {
    MerchantAccess access = new MerchantAccess(parties, refunds);
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(access)
            .excludePathPatterns(
                publicPaths.stream().flatMap(some -> some.paths().stream()).toList());
      }
    };
  }

  @Bean
  MoneyController moneyController(
      InspectMoney inspect, AcceptUnappliedPayment accept, Messages messages, ZoneId shopZone) {
    return new MoneyController(
        inspect,
        accept,
        new GeneratedPayOrderMapper(),
        request -> new MappingContext(request, messages, shopZone));
  }

  @Bean
  RefundAnswers refundAnswers(
      FindRefund find, InspectRefunds inspect, Messages messages, ZoneId shopZone) {
    return new RefundAnswers(
        find,
        inspect,
        new GeneratedRefundMapper(),
        request -> new MappingContext(request, messages, shopZone));
  }

  @Bean
  RefundController refundController(
      CreateRefund create,
      FindRefund find,
      InspectRefunds inspect,
      RefundAnswers answers,
      MeterRegistry meters) {
    return new RefundController(create, find, inspect, new RefundMetrics(meters), answers);
  }

  @Bean
  RefundOperationsController refundOperationsController(
      RequestRefundCheck check,
      CancelRefund cancel,
      ResolveRefund resolve,
      RefundAnswers answers,
      MeterRegistry meters) {
    return new RefundOperationsController(
        check, cancel, resolve, new RefundMetrics(meters), answers);
  }

  @Bean
  TimelineController timelineController(FindTimeline find, Messages messages, ZoneId shopZone) {
    return new TimelineController(find, new GeneratedPayOrderMapper(), messages, shopZone);
  }
}
