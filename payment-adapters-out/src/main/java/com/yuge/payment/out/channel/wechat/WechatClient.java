package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.service.billdownload.BillDownloadService;
import com.wechat.pay.java.service.payments.jsapi.JsapiService;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;

/** The SDK's services, in the name of one account. Query and close are the same for any product. */
record WechatClient(
    WechatAccount account,
    WechatHttp http,
    NativePayService natives,
    JsapiService jsapi,
    RefundService refunds,
    BillDownloadService bills) {

  static WechatClient of(WechatAccount account, WechatHttp http) {
    return new WechatClient(
        account,
        http,
        new NativePayService.Builder().httpClient(http).build(),
        new JsapiService.Builder().httpClient(http).build(),
        new RefundService.Builder().httpClient(http).build(),
        new BillDownloadService.Builder()
            .httpClient(http)
            .decryptor(WechatClient::refuseToDecrypt)
            .build());
  }

  /** The SDK wants a key for bills of a kind that is not used here. */
  private static String refuseToDecrypt(String text) {
    throw new UnsupportedOperationException("trade bills have nothing encrypted");
  }
}
