package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.Choice;
import com.yuge.payment.channelfakes.http.PageTemplate;
import com.yuge.payment.channelfakes.mock.BookedTrade.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The cashier's page. It shows only our own numbers and fixed words, never text from outside. */
final class CashierPage {
  private static final String CHANNEL = "MOCK";

  private final Clock clock;
  private final PageTemplate template = PageTemplate.cashier();

  CashierPage(Clock clock) {
    this.clock = clock;
  }

  String of(BookedTrade trade, boolean payable, Choice choice) {
    Instant now = clock.instant();
    long millis = Math.max(0, Duration.between(now, trade.expireAt()).toMillis());
    String view = payable ? "UNPAID" : view(trade, now);
    Map<String, String> values = new HashMap<>();
    values.put("view", choice.over(view));
    values.put("again", choice.again(view, trade.payNo().value()));
    values.put("currency", trade.amount().currency().getSymbol(Locale.CHINA));
    values.put("amount", String.format(Locale.ROOT, "%,.2f", trade.amount().amount()));
    values.put("payNo", trade.payNo().value());
    values.put("tradeNo", trade.latest().map(paid -> paid.tradeNo().value()).orElse(""));
    values.put("millis", Long.toString(millis));
    values.put("refunds", refunds(trade));
    values.put("channel", CHANNEL);
    return template.fill(values);
  }

  private static String refunds(BookedTrade trade) {
    return trade.refunds().stream().map(CashierPage::refund).collect(Collectors.joining());
  }

  private static String refund(BookedRefund refund) {
    return "<div><dt>退款 Refund %s</dt><dd>%s<br>%s</dd></div>"
        .formatted(words(refund.state()), refund.amount(), refund.refundNo().value());
  }

  private static String words(BookedRefund.State state) {
    return switch (state) {
      case PROCESSING -> "处理中 processing";
      case SUCCESS -> "已退回 done";
      case ABNORMAL -> "异常 abnormal";
      case CLOSED -> "已关闭 closed";
      case DENIED -> "已拒绝 refused";
    };
  }

  private static String view(BookedTrade trade, Instant now) {
    boolean expired = trade.state() == State.UNPAID && trade.isExpired(now);
    return expired ? "EXPIRED" : trade.state().name();
  }

  String missing() {
    return template.fill(Map.of("view", "MISSING", "channel", CHANNEL));
  }
}
