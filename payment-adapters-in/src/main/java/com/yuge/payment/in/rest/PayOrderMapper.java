package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayOrderDetails.AmountStatus;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.TradeClaim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps the domain's types to JSON responses. */
@Mapper(config = EdgeMapping.class)
interface PayOrderMapper extends TextMapping {
  default PayOrderResponse response(
      PayOrderDetails details, @Nullable PayerAction action, @Context MappingContext context) {
    return response(
        details.order(),
        action,
        payUrl(details.order(), action),
        details.applied(),
        details.paidAt(),
        details.amountStatus(),
        details.refunds(),
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
  @Mapping(target = "merchantNo", source = "order.request.parties.merchantNo")
  @Mapping(target = "userNo", source = "order.request.parties.userNo")
  @Mapping(target = "channelTradeNo", source = "order.ending.tradeNo")
  @Mapping(target = "payment", source = "payment")
  @Mapping(target = "payUrl", source = "payUrl")
  @Mapping(target = "paidAt", source = "paidAt")
  @Mapping(target = "statusDesc", expression = "java(context.describe(order.status()))")
  @Mapping(target = "receivedAt", source = "applied.receivedAt")
  @Mapping(target = "paidAmount", source = "applied.amount")
  @Mapping(target = "refundedAmount", source = "refunds.done")
  @Mapping(target = "refundingAmount", source = "refunds")
  PayOrderResponse response(
      PayOrder order,
      @Nullable PayerAction payment,
      @Nullable String payUrl,
      @Nullable PaidTrade applied,
      @Nullable Instant paidAt,
      @Nullable AmountStatus amountStatus,
      @Nullable RefundTotals refunds,
      List<PaidTrade> unappliedPayments,
      @Context MappingContext context);

  // For JSAPI the order stores a code for the channel's script, which is not an address.
  private static @Nullable String payUrl(PayOrder order, @Nullable PayerAction action) {
    PayUrl stored = order.payUrl();
    if (action != null) {
      return action.payUrl();
    }
    return stored != null && stored.isAddress() ? stored.value() : null;
  }

  PayerActionResponse response(PayerAction action);

  @Mapping(target = "currency", source = "amount.currency.currencyCode")
  @Mapping(target = "amountKnown", expression = "java(payment.amount() != null)")
  @Mapping(target = "refundedAmount", source = "refunds.done")
  @Mapping(target = "refundingAmount", source = "refunds")
  @Mapping(target = "by", source = "resolved.by")
  @Mapping(target = "reason", source = "resolved.reason")
  PaymentResponse response(PaidTrade payment, @Context MappingContext context);

  @Mapping(target = "currency", source = "amount.currency.currencyCode")
  ClaimResponse response(TradeClaim claim, @Context MappingContext context);

  @Mapping(target = "detail", expression = "java(context.localTimes(entry.detail()))")
  TimelineEntryResponse response(TimelineEntry entry, @Context MappingContext context);
}
