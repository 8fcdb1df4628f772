package com.yuge.payment.domain.channel;

/** Who takes the payer's money. */
public enum PayChannel {
  MOCK,
  ALIPAY,
  WECHAT
}
