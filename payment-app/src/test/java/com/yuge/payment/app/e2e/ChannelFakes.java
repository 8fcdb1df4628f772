package com.yuge.payment.app.e2e;

import com.yuge.payment.app.e2e.RealChannels.Keys;
import com.yuge.payment.channelfakes.alipay.FakeAlipay;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.alipay.FakeAlipaySettings;
import com.yuge.payment.channelfakes.wechat.FakeWechat;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.channelfakes.wechat.FakeWechatSettings;
import com.yuge.payment.devstack.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fakes of WeChat Pay and Alipay, and the settings of a service that uses them. */
record ChannelFakes(Keys keys, FakeWechat wechat, FakeAlipay alipay) implements AutoCloseable {
  private static final double QUICK_RETRIES = 0.001;

  static ChannelFakes start(Keys keys) {
    return new ChannelFakes(
        keys,
        FakeWechat.start(new FakeWechatSettings(0, keys.wechat(), QUICK_RETRIES)),
        FakeAlipay.start(new FakeAlipaySettings(0, keys.alipay(), QUICK_RETRIES)));
  }

  /** Adds the settings; writes the keys into this folder. */
  List<String> settings(List<String> service, Path folder) {
    int port = FreePorts.choose();
    List<String> arguments = new ArrayList<>(service);
    arguments.remove("--server.port=0");
    arguments.add("--server.port=" + port);
    arguments.addAll(wechat(folder.resolve("wechat"), "http://127.0.0.1:" + port));
    arguments.addAll(alipay(folder.resolve("alipay"), "http://127.0.0.1:" + port));
    return arguments;
  }

  private List<String> wechat(Path folder, String self) {
    try {
      keys.wechat().write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "--payment.wechat.enabled=true",
        "--payment.wechat.url=" + wechat.url(),
        "--payment.wechat.mch-id=" + keys.wechat().mchId(),
        "--payment.wechat.app-id=" + keys.wechat().appId(),
        "--payment.wechat.api-v3-key=" + keys.wechat().apiV3Key(),
        "--payment.wechat.merchant-serial=" + keys.wechat().merchantSerial(),
        "--payment.wechat.private-key-file=" + folder.resolve(FakeWechatKeys.PRIVATE_KEY_FILE),
        "--payment.wechat.public-key-id=" + keys.wechat().platformPublicKeyId(),
        "--payment.wechat.public-key-file=" + folder.resolve(FakeWechatKeys.PUBLIC_KEY_FILE),
        "--payment.wechat.notify-base-url=" + self);
  }

  private List<String> alipay(Path folder, String self) {
    try {
      keys.alipay().write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "--payment.alipay.enabled=true",
        "--payment.alipay.gateway-url=" + alipay.gatewayUrl(),
        "--payment.alipay.app-id=" + keys.alipay().appId(),
        "--payment.alipay.seller-id=" + keys.alipay().sellerId(),
        "--payment.alipay.private-key-file=" + folder.resolve(FakeAlipayKeys.PRIVATE_KEY_FILE),
        "--payment.alipay.alipay-public-key-file="
            + folder.resolve(FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE),
        "--payment.alipay.notify-base-url=" + self);
  }

  @Override
  public void close() {
    wechat.close();
    alipay.close();
  }
}
