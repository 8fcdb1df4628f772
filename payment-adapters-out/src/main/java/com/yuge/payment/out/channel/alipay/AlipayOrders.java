package com.yuge.payment.out.channel.alipay;

import com.alipay.api.AlipayRequest;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeWapPayModel;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeWapPayRequest;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The requests about a payment. The same trade always makes the same request; Alipay refuses one
 * that differs.
 */
record AlipayOrders(URI notifyUrl) {
  /** Asks for the text of a QR code. Alipay creates the trade when a payer scans it. */
  AlipayRequest<?> qr(Trade trade) {
    AlipayTradePrecreateModel model = new AlipayTradePrecreateModel();
    model.setOutTradeNo(trade.payNo().value());
    model.setTotalAmount(AlipayMoney.text(trade.amount()));
    model.setSubject(subject(trade));
    model.setTimeExpire(AlipayTime.text(trade.expireAt()));
    AlipayTradePrecreateRequest request = new AlipayTradePrecreateRequest();
    request.setBizModel(model);
    request.setNotifyUrl(notifyUrl.toString());
    return request;
  }

  /** Creates the trade and shows Alipay's page in a computer's browser. */
  AlipayRequest<?> page(Trade trade, @Nullable ReturnUrl returnUrl) {
    AlipayTradePagePayModel model = new AlipayTradePagePayModel();
    model.setOutTradeNo(trade.payNo().value());
    model.setTotalAmount(AlipayMoney.text(trade.amount()));
    model.setSubject(subject(trade));
    model.setTimeExpire(AlipayTime.text(trade.expireAt()));
    model.setProductCode("FAST_INSTANT_TRADE_PAY");
    AlipayTradePagePayRequest request = new AlipayTradePagePayRequest();
    request.setBizModel(model);
    request.setNotifyUrl(notifyUrl.toString());
    if (returnUrl != null) {
      request.setReturnUrl(returnUrl.value());
    }
    return request;
  }

  /** The same in a phone's browser. */
  AlipayRequest<?> wap(Trade trade, @Nullable ReturnUrl returnUrl) {
    AlipayTradeWapPayModel model = new AlipayTradeWapPayModel();
    model.setOutTradeNo(trade.payNo().value());
    model.setTotalAmount(AlipayMoney.text(trade.amount()));
    model.setSubject(subject(trade));
    model.setTimeExpire(AlipayTime.text(trade.expireAt()));
    model.setProductCode("QUICK_WAP_WAY");
    AlipayTradeWapPayRequest request = new AlipayTradeWapPayRequest();
    request.setBizModel(model);
    request.setNotifyUrl(notifyUrl.toString());
    if (returnUrl != null) {
      request.setReturnUrl(returnUrl.value());
    }
    return request;
  }

  static AlipayRequest<?> query(String outTradeNo) {
    AlipayTradeQueryModel model = new AlipayTradeQueryModel();
    model.setOutTradeNo(outTradeNo);
    AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
    request.setBizModel(model);
    return request;
  }

  static AlipayRequest<?> close(Trade trade) {
    AlipayTradeCloseModel model = new AlipayTradeCloseModel();
    model.setOutTradeNo(trade.payNo().value());
    AlipayTradeCloseRequest request = new AlipayTradeCloseRequest();
    request.setBizModel(model);
    return request;
  }

  // Alipay requires a subject, and does not allow these three characters in it.
  private static String subject(Trade trade) {
    String subject = trade.subject() == null ? trade.payNo().value() : trade.subject().value();
    return subject.replaceAll("[/=&]", "-");
  }
}
