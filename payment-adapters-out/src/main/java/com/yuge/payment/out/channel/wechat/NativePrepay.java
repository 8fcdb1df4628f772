package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.SceneInfo;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.Money;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The request that opens a trade for a QR code. All its data is the order's, so repeats are equal.
 */
final class NativePrepay {
  private NativePrepay() {}

  static PrepayRequest of(Trade trade, WechatAccount account, URI notifyUrl) {
    PrepayRequest request = new PrepayRequest();
    request.setMchid(account.mchId());
    request.setAppid(account.appId());
    request.setOutTradeNo(trade.payNo().value());
    request.setDescription(description(trade));
    request.setTimeExpire(WechatTime.text(trade.expireAt()));
    request.setNotifyUrl(notifyUrl.toString());
    request.setAmount(amount(trade.amount()));
    request.setSceneInfo(scene(trade.payer().clientIp()));
    return request;
  }

  /** The text that the payer sees; WeChat Pay demands one. */
  static String description(Trade trade) {
    return trade.subject() == null ? trade.payNo().value() : trade.subject().value();
  }

  private static Amount amount(Money money) {
    Amount amount = new Amount();
    amount.setTotal(Math.toIntExact(Fen.of(money)));
    amount.setCurrency(money.currency().getCurrencyCode());
    return amount;
  }

  private static @Nullable SceneInfo scene(@Nullable String clientIp) {
    if (clientIp == null) {
      return null;
    }
    SceneInfo scene = new SceneInfo();
    scene.setPayerClientIp(clientIp);
    return scene;
  }
}
