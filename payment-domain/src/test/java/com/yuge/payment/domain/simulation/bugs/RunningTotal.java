package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sum of all refunds of a trade is read as the amount of this one. */
public final class RunningTotal extends Wiring {
  private final Map<TradeNo, Map<RefundNo, Money>> made = new HashMap<>();

  @Override
  public RefundGateway refundGateway(RefundGateway real) {
    return new OtherRefundGateway(real) {
      @Override
      RefundAnswer taken(RefundRequest request, RefundAnswer answer) {
        return answer instanceof RefundAnswer.Done done
            ? new RefundAnswer.Done(total(request), done.channelRefundNo(), done.refundedAt())
            : answer;
      }
    };
  }

  private Money total(RefundRequest request) {
    Map<RefundNo, Money> all =
        made.computeIfAbsent(request.tradeNo(), unused -> new LinkedHashMap<>());
    all.put(request.refundNo(), request.amount());
    return Money.cny(
        all.values().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
