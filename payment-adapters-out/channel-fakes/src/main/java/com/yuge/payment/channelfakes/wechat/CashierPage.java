package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.Choice;
import com.yuge.payment.channelfakes.http.PageTemplate;
import com.yuge.payment.channelfakes.http.QrPicture;
import com.yuge.payment.channelfakes.wechat.TradeRequest.Product;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Status;
import com.yuge.payment.channelfakes.wechat.WechatTrade.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The page with the QR code. It shows only numbers of a fixed grammar and fixed words. */
final class CashierPage {
  private static final String CHANNEL = "微信支付 FakeWechat";

  private final Clock clock;
  private final PageTemplate template = PageTemplate.cashier();

  CashierPage(Clock clock) {
    this.clock = clock;
  }

  String of(WechatTrade trade, Choice choice) {
    Instant now = clock.instant();
    Duration left = Duration.between(now, trade.request().timeExpire());
    String view = view(trade, now);
    Map<String, String> values = new HashMap<>();
    values.put("view", choice.over(view));
    values.put("again", choice.again(view, trade.outTradeNo()));
    values.put("currency", "¥");
    values.put("amount", trade.request().total().yuan());
    values.put("payNo", trade.outTradeNo());
    values.put("tradeNo", trade.latest().map(WechatPayment::transactionId).orElse(""));
    values.put("millis", Long.toString(Math.max(0, left.toMillis())));
    values.put("refunds", refunds(trade));
    values.put("qr", qr(trade));
    values.put("channel", CHANNEL);
    return template.fill(values);
  }

  String missing() {
    return template.fill(Map.of("view", "MISSING", "channel", CHANNEL));
  }

  private static String view(WechatTrade trade, Instant now) {
    if (trade.isPayable(now)) {
      return "UNPAID";
    }
    State state = trade.state(now);
    return switch (state) {
      case SUCCESS, REFUND -> "PAID";
      case NOTPAY -> "EXPIRED";
      case CLOSED -> "CLOSED";
    };
  }

  private static String qr(WechatTrade trade) {
    return trade.request().product() == Product.NATIVE
        ? QrPicture.svg(Handles.codeUrl(trade.handle()))
        : "";
  }

  private static String refunds(WechatTrade trade) {
    return trade.refunds().stream().map(CashierPage::refund).collect(Collectors.joining());
  }

  private static String refund(WechatRefund refund) {
    return "<div><dt>退款 Refund %s</dt><dd>%s CNY<br>%s</dd></div>"
        .formatted(words(refund.status()), refund.wanted().refund().yuan(), refund.outRefundNo());
  }

  private static String words(Status status) {
    return switch (status) {
      case PROCESSING -> "处理中 processing";
      case SUCCESS -> "已退回 done";
      case ABNORMAL -> "异常 abnormal";
      case CLOSED -> "已关闭 closed";
    };
  }
}
