package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.FindTimeline;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.RateLimitConfiguration;
import com.yuge.payment.in.web.WebConfiguration;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Pay orders over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({WebConfiguration.class, RateLimitConfiguration.class})
public class RestConfiguration {
  @Bean
  PayOrderController payOrderController(
      CreatePayOrder create,
      OpenPayment open,
      FindPayOrder find,
      Channels channels,
      Messages messages,
      ZoneId shopZone) {
    return new PayOrderController(
        create,
        open,
        find,
        channels,
        new PayOrderAnswers(new GeneratedPayOrderMapper(), messages, shopZone));
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
  TimelineController timelineController(FindTimeline find, Messages messages, ZoneId shopZone) {
    return new TimelineController(find, new GeneratedPayOrderMapper(), messages, shopZone);
  }
}
