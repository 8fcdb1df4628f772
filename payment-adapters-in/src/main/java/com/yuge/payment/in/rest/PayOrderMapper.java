package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.Step;
import com.yuge.payment.domain.order.StrayPayment;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.time.Instant;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the domain's types to what JSON has. */
@Mapper(config = EdgeMapping.class)
interface PayOrderMapper {
  @Mapping(target = "statusDesc", expression = "java(wording.describe(order.status()))")
  PayOrderResponse response(PayOrder order, @Context Wording wording);

  @Mapping(target = "currency", source = "amount.currency.currencyCode")
  StrayPaymentResponse response(StrayPayment payment, @Context Wording wording);

  StepResponse response(Step step, @Context Wording wording);

  default String time(Instant at, @Context Wording wording) {
    return wording.localTime(at);
  }

  default BigDecimal number(Money money) {
    return money.amount();
  }

  default String text(PayNo payNo) {
    return payNo.value();
  }

  default String text(OrderNo orderNo) {
    return orderNo.value();
  }

  default String text(PayUrl payUrl) {
    return payUrl.value();
  }

  default String text(TradeNo tradeNo) {
    return tradeNo.value();
  }
}
