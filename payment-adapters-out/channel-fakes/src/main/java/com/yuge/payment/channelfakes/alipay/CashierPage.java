package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedTrade.Status;
import com.yuge.payment.channelfakes.http.Choice;
import com.yuge.payment.channelfakes.http.PageTemplate;
import com.yuge.payment.channelfakes.http.QrPicture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The cashier's page. It shows only our own numbers and fixed words, and the shop's address. */
final class CashierPage {
  private static final String CHANNEL = "FakeAlipay";

  private final Clock clock;
  private final ReturnAddress back;
  private final PageTemplate template = PageTemplate.cashier();

  CashierPage(Clock clock, ReturnAddress back) {
    this.clock = clock;
    this.back = back;
  }

  String of(BookedTrade trade, Choice choice) {
    Instant now = clock.instant();
    long millis = Math.max(0, Duration.between(now, trade.terms().expireAt()).toMillis());
    Map<String, String> values = new HashMap<>();
    String view = view(trade, now);
    values.put("view", choice.over(view));
    values.put("again", choice.again(view, trade.outTradeNo()));
    values.put("currency", trade.total().currency().getSymbol(Locale.CHINA));
    values.put("amount", String.format(Locale.ROOT, "%,.2f", trade.total().amount()));
    values.put("payNo", trade.outTradeNo());
    values.put("tradeNo", trade.scan() == null ? "" : trade.scan().tradeNo());
    values.put("millis", Long.toString(millis));
    values.put("qr", QrPicture.svg(trade.qrCode()));
    values.put("refunds", refunds(trade));
    values.put("back", back.of(trade).map(CashierPage::link).orElse(""));
    values.put("channel", CHANNEL);
    return template.fill(values);
  }

  private static String view(BookedTrade trade, Instant now) {
    if (trade.payment() != null) {
      return "PAID";
    }
    if (trade.isExpired(now)) {
      return "EXPIRED";
    }
    return trade.status() == Status.TRADE_CLOSED ? "CLOSED" : "UNPAID";
  }

  private static String refunds(BookedTrade trade) {
    return trade.refunds().stream().map(CashierPage::refund).collect(Collectors.joining());
  }

  // An address has no quotation marks, so it cannot end the attribute.
  private static String link(String address) {
    return "<a href=\"%s\">返回商户 Back to the shop</a>".formatted(address.replace("&", "&amp;"));
  }

  // The page does not show the refund's number, because it is the merchant's text.
  private static String refund(BookedRefund refund) {
    return "<div><dt>退款 Refund %s</dt><dd>%s</dd></div>"
        .formatted(refund.isDone() ? "已退回 done" : "处理中 processing", refund.amount());
  }

  String missing() {
    return template.fill(Map.of("view", "MISSING", "channel", CHANNEL));
  }
}
