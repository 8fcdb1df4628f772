package com.yuge.payment.out.channel.alipay;

import com.alipay.api.AlipayRequest;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.HttpAnswer;
import java.net.URI;

/** Signed calls to Alipay. Only signed answers count. */
record AlipayCalls(ChannelHttp http, AlipayRequests requests) {
  /**
   * Throws {@link com.yuge.payment.out.channel.ChannelCallException} if there is no signed answer.
   */
  AlipayAnswer ask(AlipayAccount account, AlipayRequest<?> request) {
    byte[] body = http.call(requests.post(account, request));
    return AlipayEnvelope.read(body, request.getApiMethodName(), account);
  }

  /** Sends the same request and does not verify the answer, for the check at the start. */
  HttpAnswer exchange(AlipayAccount account, AlipayRequest<?> request) {
    return http.exchange(requests.post(account, request));
  }

  /** The address that makes the payer's browser do the call. */
  URI address(AlipayAccount account, AlipayRequest<?> request) {
    return requests.address(account, request);
  }
}
