package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayOrderDetails.AmountStatus;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps the domain's types to JSON responses. */
@Mapper(config = EdgeMapping.class)
interface PayOrderMapper {
  default PayOrderResponse response(PayOrderDetails details, @Context MappingContext context) {
    return response(
        details.order(),
        details.applied(),
        details.paidAt(),
        details.amountStatus(),
        details.unapplied(),
        context);
  }

  @Mapping(target = ".", source = "order")
  @Mapping(target = "id", source = "order.id")
  @Mapping(target = "payNo", source = "order.payNo")
  @Mapping(target = "orderNo", source = "order.request.orderNo")
  @Mapping(target = "amount", source = "order.request.amount")
  @Mapping(target = "channel", source = "order.request.channel")
  @Mapping(target = "subject", source = "order.request.subject")
  @Mapping(target = "channelTradeNo", source = "order.ending.tradeNo")
  @Mapping(target = "paidAt", source = "paidAt")
  @Mapping(target = "statusDesc", expression = "java(context.describe(order.status()))")
  @Mapping(target = "receivedAt", source = "applied.receivedAt")
  @Mapping(target = "paidAmount", source = "applied.amount")
  PayOrderResponse response(
      PayOrder order,
      @Nullable PaidTrade applied,
      @Nullable Instant paidAt,
      @Nullable AmountStatus amountStatus,
      List<PaidTrade> unappliedPayments,
      @Context MappingContext context);

  @Mapping(target = "currency", source = "amount.currency.currencyCode")
  @Mapping(target = "amountKnown", expression = "java(payment.amount() != null)")
  @Mapping(target = "by", source = "resolved.by")
  @Mapping(target = "reason", source = "resolved.reason")
  PaymentResponse response(PaidTrade payment, @Context MappingContext context);

  @Mapping(target = "currency", source = "amount.currency.currencyCode")
  ClaimResponse response(TradeClaim claim, @Context MappingContext context);

  @Mapping(target = "detail", expression = "java(context.localTimes(entry.detail()))")
  TimelineEntryResponse response(TimelineEntry entry, @Context MappingContext context);

  default String time(Instant at, @Context MappingContext context) {
    return context.localTime(at);
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

  default String text(Subject subject) {
    return subject.value();
  }

  default String text(PayChannel channel) {
    return channel.name();
  }

  default String text(PayUrl payUrl) {
    return payUrl.value();
  }

  default String text(TradeNo tradeNo) {
    return tradeNo.value();
  }
}
