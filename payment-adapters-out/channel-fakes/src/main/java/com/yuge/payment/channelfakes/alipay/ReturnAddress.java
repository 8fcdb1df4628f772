package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.rsa.RsaSignature;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Leads the payer's browser back to the shop, with signed parameters as Alipay adds them. */
final class ReturnAddress {
  private final FakeAlipayKeys keys;
  private final Signer signer;
  private final Clock clock;

  ReturnAddress(FakeAlipayKeys keys, Signer signer, Clock clock) {
    this.keys = keys;
    this.signer = signer;
    this.clock = clock;
  }

  /** Returns the address; empty if the shop named none or nobody has opened the trade. */
  Optional<String> of(BookedTrade trade) {
    URI url = trade.terms().returnUrl();
    if (url == null || trade.scan() == null) {
      return Optional.empty();
    }
    SignedForm form = form(trade, trade.scan());
    String sign = RsaSignature.sign(form.contentWithout("sign_type"), signer.key());
    String joint = url.getRawQuery() == null ? "?" : "&";
    return Optional.of(url + joint + form.with("sign", sign).encoded());
  }

  private SignedForm form(BookedTrade trade, BookedTrade.Scan scan) {
    return new SignedForm(
            Map.of(
                "charset", "UTF-8",
                "version", "1.0",
                "sign_type", "RSA2",
                "app_id", keys.appId(),
                "auth_app_id", keys.appId(),
                "seller_id", keys.sellerId(),
                "out_trade_no", trade.outTradeNo(),
                "trade_no", scan.tradeNo(),
                "total_amount", trade.total().amount().toPlainString(),
                "timestamp", AlipayTime.of(clock.instant())))
        .with("method", trade.terms().call().method() + ".return");
  }
}
