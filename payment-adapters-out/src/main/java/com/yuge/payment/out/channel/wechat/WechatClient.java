package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.payments.jsapi.JsapiService;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;

/** The SDK's services, in the name of one account. Query and close are the same for any product. */
record WechatClient(
    WechatAccount account, NativePayService natives, JsapiService jsapi, RefundService refunds) {

  static WechatClient of(WechatAccount account, HttpClient http) {
    return new WechatClient(
        account,
        new NativePayService.Builder().httpClient(http).build(),
        new JsapiService.Builder().httpClient(http).build(),
        new RefundService.Builder().httpClient(http).build());
  }
}
