package com.yuge.payment.channelfakes.wechat;

/**
 * Settings of the fake.
 *
 * @param port 0 for a free port
 * @param retryFactor factor for the pauses between tries of a notification
 */
public record FakeWechatSettings(int port, FakeWechatKeys keys, double retryFactor) {
  public FakeWechatSettings {
    if (!(retryFactor > 0 && retryFactor <= 1)) {
      throw new IllegalArgumentException("a factor above 0 and at most 1");
    }
  }
}
