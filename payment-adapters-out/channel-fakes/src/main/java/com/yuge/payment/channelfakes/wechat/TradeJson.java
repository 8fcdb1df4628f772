package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatTrade.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trade as queries and notifications show it. */
final class TradeJson {
  static final String BANK = "OTHERS";

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
            payment -> put(trade, payment, json),
            () -> json.put("amount", Map.of("total", trade.request().total().value())));
    return json;
  }

  /** Shows the payment that a notification is about, as it was when it was made. */
  Map<String, Object> of(WechatTrade trade, WechatPayment payment) {
    Map<String, Object> json = of(trade, State.SUCCESS);
    put(trade, payment, json);
    return json;
  }

  private static void put(WechatTrade trade, WechatPayment payment, Map<String, Object> json) {
    TradeRequest request = trade.request();
    json.put("transaction_id", payment.transactionId());
    json.put("trade_type", request.product().name());
    json.put("bank_type", BANK);
    json.put("attach", "");
    json.put("success_time", WechatTime.of(payment.at()));
    json.put("payer", Map.of("openid", payer(request)));
    json.put("amount", amount(payment));
    json.put("promotion_detail", promotions(payment.coupon()));
  }

  static String payer(TradeRequest request) {
    return request.openid().isEmpty() ? "o-fake-payer" : request.openid();
  }

  // A coupon of type CASH is prepaid: the merchant still receives the whole price.
  private static List<Map<String, Object>> promotions(Fen coupon) {
    return coupon.value() == 0
        ? List.of()
        : List.of(
            Map.of(
                "coupon_id", "109519",
                "name", "FakeWechat",
                "scope", "GLOBAL",
                "type", "CASH",
                "amount", coupon.value(),
                "currency", "CNY"));
  }

  private static Map<String, Object> amount(WechatPayment payment) {
    return Map.of(
        "total",
        payment.total().value(),
        "payer_total",
        payment.payerTotal().value(),
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
