package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.UserNo;
import java.math.BigDecimal;
import java.time.Instant;
import org.mapstruct.Context;

/** Maps single values to their form in JSON. */
interface TextMapping {
  default BigDecimal undecided(RefundTotals refunds) {
    return refunds.undecided();
  }

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

  default String text(MerchantNo merchantNo) {
    return merchantNo.value();
  }

  default String text(UserNo userNo) {
    return userNo.value();
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
