package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant asks a payer to pay.
 *
 * @param call how the merchant asked first
 * @param notifyUrl where its notifications go
 * @param returnUrl where the payer's browser goes afterwards
 */
record Terms(
    Call call,
    String outTradeNo,
    Money total,
    String subject,
    Instant expireAt,
    @Nullable URI notifyUrl,
    @Nullable URI returnUrl) {
  private static final Pattern OUT_TRADE_NO = Pattern.compile("[A-Za-z0-9_]{1,64}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
  private static final Pattern SUBJECT = Pattern.compile("[^/=&]{1,256}");
  private static final BigDecimal MOST = new BigDecimal("100000000");
  private static final Duration TIME_TO_PAY = Duration.ofHours(2);

  static Terms of(OpenApiRequest request, String sellerId, Instant now) {
    String outTradeNo = request.required("out_trade_no");
    require(OUT_TRADE_NO.matcher(outTradeNo).matches(), "out_trade_no");
    String subject = request.required("subject");
    require(SUBJECT.matcher(subject).matches(), "subject");
    String seller = request.text("seller_id");
    require(seller.isEmpty() || seller.equals(sellerId), "seller_id");
    String product = request.text("product_code");
    require(isOffered(request.call(), product), "product_code");
    return new Terms(
        request.call(),
        outTradeNo,
        money(request, "total_amount"),
        subject,
        expireAt(request.text("time_expire"), now),
        request.url("notify_url").orElse(null),
        request.url("return_url").orElse(null));
  }

  private static boolean isOffered(Call call, String product) {
    return switch (call) {
      case PAGE -> product.equals("FAST_INSTANT_TRADE_PAY");
      case WAP -> product.equals("QUICK_WAP_WAY");
      default -> true;
    };
  }

  /** Reads an amount in yuan, from 0.01 to 100,000,000. */
  static Money money(OpenApiRequest request, String name) {
    String text = request.required(name);
    require(AMOUNT.matcher(text).matches(), name);
    BigDecimal amount = new BigDecimal(text);
    require(amount.signum() > 0 && amount.compareTo(MOST) <= 0, name);
    return Money.cny(amount);
  }

  private static Instant expireAt(String text, Instant now) {
    if (text.isEmpty()) {
      return now.plus(TIME_TO_PAY);
    }
    Instant expireAt = AlipayTime.parse(text).orElseThrow(() -> ApiError.parameter("time_expire"));
    require(expireAt.isAfter(now), "time_expire");
    return expireAt;
  }

  private static void require(boolean kept, String name) {
    if (!kept) {
      throw ApiError.parameter(name);
    }
  }
}
