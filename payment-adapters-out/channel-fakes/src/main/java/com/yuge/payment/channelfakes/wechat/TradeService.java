package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatTrade.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Opens, finds and closes trades by the channel's rules. */
final class TradeService {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  private final WechatBooks books;
  private final Clock clock;

  TradeService(WechatBooks books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /** Opens the trade; a repeat of the same request gets the same trade. */
  WechatTrade open(TradeRequest request) {
    Instant now = clock.instant();
    if (books.find(request.outTradeNo()).isEmpty()) {
      requireInTime(request, now);
    }
    WechatTrade trade =
        books.open(
            new WechatTrade(
                request, Handles.fresh(request.product()), false, List.of(), List.of()));
    requireOpen(trade, now);
    if (!trade.request().content().equals(request.content())
        || trade.request().product() != request.product()) {
      throw new ApiError(403, "OUT_TRADE_NO_USED", "商户订单号重复");
    }
    return trade;
  }

  private static void requireInTime(TradeRequest request, Instant now) {
    Duration left = Duration.between(now, request.timeExpire());
    if (left.compareTo(SHORTEST) < 0 || left.compareTo(LONGEST) > 0) {
      throw ApiError.parameter("time_expire must be 1 minute to 7 days from now");
    }
  }

  private static void requireOpen(WechatTrade trade, Instant now) {
    State state = trade.state(now);
    if (state == State.CLOSED) {
      throw new ApiError(400, "ORDER_CLOSED", "订单已关闭");
    }
    if (state != State.NOTPAY) {
      throw paid();
    }
  }

  private static ApiError paid() {
    return new ApiError(400, "ORDERPAID", "该订单已支付");
  }

  WechatTrade find(String outTradeNo) {
    return books.find(outTradeNo).orElseThrow(ApiError::noOrder);
  }

  /** Closes an unpaid trade; a closed one stays closed. */
  void close(String outTradeNo) {
    var unused = books.change(outTradeNo, TradeService::closed).orElseThrow(ApiError::noOrder);
  }

  private static WechatTrade closed(WechatTrade trade) {
    if (!trade.payments().isEmpty()) {
      throw paid();
    }
    return trade.close();
  }
}
