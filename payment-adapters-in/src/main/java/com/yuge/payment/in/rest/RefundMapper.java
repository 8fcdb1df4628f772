package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.shared.RefundNo;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps refunds to JSON responses. */
@Mapper(config = EdgeMapping.class)
interface RefundMapper extends TextMapping {
  @Mapping(target = ".", source = "refund")
  @Mapping(target = ".", source = "refund.terms")
  @Mapping(target = ".", source = "refund.progress")
  @Mapping(target = "statusDesc", expression = "java(context.describe(refund.status()))")
  RefundResponse response(
      Refund refund,
      boolean overdue,
      @Nullable RefundedOrder order,
      @Context MappingContext context);

  default String text(RefundNo refundNo) {
    return refundNo.value();
  }

  default String text(RefundOrderNo refundOrderNo) {
    return refundOrderNo.value();
  }

  default String text(ChannelRefundNo channelRefundNo) {
    return channelRefundNo.value();
  }

  default String text(RefundReason reason) {
    return reason.value();
  }

  default String text(FailCode failCode) {
    return failCode.value();
  }
}
