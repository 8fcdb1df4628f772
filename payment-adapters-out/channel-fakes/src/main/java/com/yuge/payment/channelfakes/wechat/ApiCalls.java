package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.wechat.TradeRequest.Product;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Executes the calls of the API. */
final class ApiCalls {
  private final FakeWechatKeys keys;
  private final TradeService trades;
  private final RefundService refunds;
  private final BillCalls bills;
  private final Clock clock;

  ApiCalls(
      FakeWechatKeys keys,
      TradeService trades,
      RefundService refunds,
      BillCalls bills,
      Clock clock) {
    this.keys = keys;
    this.trades = trades;
    this.refunds = refunds;
    this.bills = bills;
    this.clock = clock;
  }

  Answer answer(Route route, Request request) {
    return switch (route.call()) {
      case NATIVE -> open(request.json(), Product.NATIVE);
      case JSAPI -> open(request.json(), Product.JSAPI);
      case QUERY -> query(Objects.requireNonNull(route.outTradeNo()), request);
      case CLOSE -> close(Objects.requireNonNull(route.outTradeNo()), request.json());
      case REFUND -> Answer.json(RefundJson.of(refunds.refund(request.json()), route.outTradeNo()));
      case QUERY_REFUND ->
          Answer.json(RefundJson.of(refunds.query(lastOf(request)), route.outTradeNo()));
      case TRADE_BILL -> bills.apply(request);
      case DOWNLOAD_BILL -> bills.download(request);
    };
  }

  private static String lastOf(Request request) {
    return request.path().get(request.path().size() - 1);
  }

  private Answer open(JsonNode json, Product product) {
    boolean ours =
        keys.appId().equals(TradeRequest.text(json, "appid"))
            && keys.mchId().equals(TradeRequest.text(json, "mchid"));
    if (!ours) {
      throw new ApiError(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
    }
    WechatTrade trade = trades.open(TradeRequest.read(json, product, clock.instant()));
    return product == Product.NATIVE
        ? Answer.json(Map.of("code_url", Handles.codeUrl(trade.handle())))
        : Answer.json(Map.of("prepay_id", trade.handle()));
  }

  private Answer query(String outTradeNo, Request request) {
    String query = Optional.ofNullable(request.target().getQuery()).orElse("");
    if (!query.equals("mchid=" + keys.mchId())) {
      throw ApiError.parameter("mchid must be the merchant's");
    }
    WechatTrade trade = trades.find(outTradeNo);
    return Answer.json(new TradeJson(keys).of(trade, trade.state(clock.instant())));
  }

  private Answer close(String outTradeNo, JsonNode json) {
    if (!keys.mchId().equals(TradeRequest.text(json, "mchid"))) {
      throw ApiError.parameter("mchid must be the merchant's");
    }
    trades.close(outTradeNo);
    return new Answer(204, Map.of(), "");
  }
}
