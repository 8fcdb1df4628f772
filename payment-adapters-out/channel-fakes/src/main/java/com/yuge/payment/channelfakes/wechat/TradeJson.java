package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatTrade.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trade as queries and notifications show it. */
final class TradeJson {
  private final FakeWechatKeys keys;

  TradeJson(FakeWechatKeys keys) {
    this.keys = keys;
  }

  Map<String, Object> of(WechatTrade trade, State state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("appid", keys.appId());
    json.put("mchid", keys.mchId());
    json.put("out_trade_no", trade.outTradeNo());
    json.put("trade_state", state.name());
    json.put("trade_state_desc", describe(state));
    json.put("promotion_detail", List.of());
    trade
        .latest()
        .ifPresentOrElse(
            payment -> tell(trade, payment, json),
            () -> json.put("amount", Map.of("total", trade.request().total().value())));
    return json;
  }

  /** Shows the payment that a notification is about, as it was when it was made. */
  Map<String, Object> of(WechatTrade trade, WechatPayment payment) {
    Map<String, Object> json = of(trade, State.SUCCESS);
    tell(trade, payment, json);
    return json;
  }

  private static void tell(WechatTrade trade, WechatPayment payment, Map<String, Object> json) {
    TradeRequest request = trade.request();
    json.put("transaction_id", payment.transactionId());
    json.put("trade_type", request.product().name());
    json.put("bank_type", "OTHERS");
    json.put("attach", "");
    json.put("success_time", WechatTime.of(payment.at()));
    json.put(
        "payer", Map.of("openid", request.openid().isEmpty() ? "o-fake-payer" : request.openid()));
    json.put("amount", amount(payment));
  }

  private static Map<String, Object> amount(WechatPayment payment) {
    return Map.of(
        "total",
        payment.total().value(),
        "payer_total",
        payment.total().value(),
        "currency",
        "CNY",
        "payer_currency",
        "CNY");
  }

  private static String describe(State state) {
    return switch (state) {
      case NOTPAY -> "订单未支付";
      case SUCCESS -> "支付成功";
      case REFUND -> "订单发生过退款，退款详情请查询退款单";
      case CLOSED -> "订单已关闭";
    };
  }
}
