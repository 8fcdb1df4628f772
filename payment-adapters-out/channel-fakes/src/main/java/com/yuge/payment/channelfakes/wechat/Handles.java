package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.RandomDecimal;
import com.yuge.payment.channelfakes.http.RandomHex;
import com.yuge.payment.channelfakes.wechat.TradeRequest.Product;

/** The keys by which a payer's app opens a trade: the token of a QR code, or a prepay_id. */
final class Handles {
  private static final String CODE_URL = "weixin://wxpay/bizpayurl?pr=";

  private Handles() {}

  static String fresh(Product product) {
    return product == Product.NATIVE ? RandomHex.digits(16) : "wx" + RandomDecimal.digits(34);
  }

  static String codeUrl(String handle) {
    return CODE_URL + handle;
  }

  /** Returns the token of a QR code's text. */
  static String ofCodeUrl(String codeUrl) {
    if (!codeUrl.startsWith(CODE_URL)) {
      throw new IllegalArgumentException("a code_url begins with " + CODE_URL);
    }
    return codeUrl.substring(CODE_URL.length());
  }
}
