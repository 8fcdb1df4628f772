package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.channelfakes.mock.BookedTrade.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** The cashier's page. It shows only our own numbers and fixed words, never text from outside. */
final class CashierPage {
  private final Clock clock;
  private final String template;

  CashierPage(Clock clock) {
    this.clock = clock;
    this.template = read();
  }

  private static String read() {
    try (InputStream in = CashierPage.class.getResourceAsStream("/mockchannel/cashier.html")) {
      if (in == null) {
        throw new IllegalStateException("the cashier's page is not on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(BookedTrade trade, boolean payable) {
    Instant now = clock.instant();
    String view = payable ? "UNPAID" : view(trade, now);
    String amount = String.format(Locale.ROOT, "%,.2f", trade.amount().amount());
    long millis = Math.max(0, Duration.between(now, trade.expireAt()).toMillis());
    return template
        .replace("{{view}}", view)
        .replace("{{currency}}", trade.amount().currency().getSymbol(Locale.CHINA))
        .replace("{{amount}}", amount)
        .replace("{{payNo}}", trade.payNo().value())
        .replace("{{tradeNo}}", trade.latest().map(paid -> paid.tradeNo().value()).orElse(""))
        .replace("{{millis}}", Long.toString(millis))
        .replace("{{refunds}}", refunds(trade));
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
    return template.replace("{{view}}", "MISSING").replaceAll("\\{\\{[a-zA-Z]+}}", "");
  }
}
