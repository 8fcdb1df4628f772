package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.payments.jsapi.model.Amount;
import com.wechat.pay.java.service.payments.jsapi.model.Payer;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest;
import com.wechat.pay.java.service.payments.jsapi.model.SceneInfo;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.Money;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The request that opens a trade for a page inside WeChat; the SDK has models of its own for it.
 */
final class JsapiPrepay {
  private JsapiPrepay() {}

  static PrepayRequest of(Trade trade, WechatAccount account, URI notifyUrl) {
    PrepayRequest request = new PrepayRequest();
    request.setMchid(account.mchId());
    request.setAppid(account.appId());
    request.setOutTradeNo(trade.payNo().value());
    request.setDescription(NativePrepay.description(trade));
    request.setTimeExpire(WechatTime.text(trade.expireAt()));
    request.setNotifyUrl(notifyUrl.toString());
    request.setAmount(amount(trade.amount()));
    request.setPayer(payer(trade.payer().id()));
    request.setSceneInfo(scene(trade.payer().clientIp()));
    return request;
  }

  private static Payer payer(@Nullable String openId) {
    Payer payer = new Payer();
    payer.setOpenid(openId);
    return payer;
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
