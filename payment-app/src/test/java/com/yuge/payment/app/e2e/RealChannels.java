package com.yuge.payment.app.e2e;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.alipay.FakeAlipay;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.alipay.FakeAlipaySettings;
import com.yuge.payment.channelfakes.wechat.FakeWechat;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.channelfakes.wechat.FakeWechatSettings;
import com.yuge.payment.devstack.FreePorts;
import com.yuge.payment.devstack.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with WeChat Pay and Alipay beside MOCK, and their fakes. */
public final class RealChannels implements AutoCloseable {
  private static final double QUICK_RETRIES = 0.001;

  private final FakeWechatKeys wechatKeys = FakeWechatKeys.generate();
  private final FakeAlipayKeys alipayKeys = FakeAlipayKeys.generate();
  private final FakeWechat wechat =
      FakeWechat.start(new FakeWechatSettings(0, wechatKeys, QUICK_RETRIES));
  private final FakeAlipay alipay =
      FakeAlipay.start(new FakeAlipaySettings(0, alipayKeys, QUICK_RETRIES));
  private final ServiceDatabase database;
  private final ConfigurableApplicationContext service;

  private RealChannels(String name) {
    this.database = TestStack.ONE.createDatabase(name);
    this.service = ServiceInJvm.start(arguments(StackFolder.ofTests(name)));
  }

  /** Starts them on a database of this name. */
  public static RealChannels start(String name) {
    return new RealChannels(name);
  }

  private List<String> arguments(Path folder) {
    int port = FreePorts.choose();
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.remove("--server.port=0");
    arguments.add("--server.port=" + port);
    arguments.addAll(wechat(folder.resolve("wechat"), "http://127.0.0.1:" + port));
    arguments.addAll(alipay(folder.resolve("alipay"), "http://127.0.0.1:" + port));
    return arguments;
  }

  private List<String> wechat(Path folder, String self) {
    try {
      wechatKeys.write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "--payment.wechat.enabled=true",
        "--payment.wechat.url=" + wechat.url(),
        "--payment.wechat.mch-id=" + wechatKeys.mchId(),
        "--payment.wechat.app-id=" + wechatKeys.appId(),
        "--payment.wechat.api-v3-key=" + wechatKeys.apiV3Key(),
        "--payment.wechat.merchant-serial=" + wechatKeys.merchantSerial(),
        "--payment.wechat.private-key-file=" + folder.resolve(FakeWechatKeys.PRIVATE_KEY_FILE),
        "--payment.wechat.public-key-id=" + wechatKeys.platformPublicKeyId(),
        "--payment.wechat.public-key-file=" + folder.resolve(FakeWechatKeys.PUBLIC_KEY_FILE),
        "--payment.wechat.notify-base-url=" + self);
  }

  private List<String> alipay(Path folder, String self) {
    try {
      alipayKeys.write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "--payment.alipay.enabled=true",
        "--payment.alipay.gateway-url=" + alipay.gatewayUrl(),
        "--payment.alipay.app-id=" + alipayKeys.appId(),
        "--payment.alipay.seller-id=" + alipayKeys.sellerId(),
        "--payment.alipay.private-key-file=" + folder.resolve(FakeAlipayKeys.PRIVATE_KEY_FILE),
        "--payment.alipay.alipay-public-key-file="
            + folder.resolve(FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE),
        "--payment.alipay.notify-base-url=" + self);
  }

  public PaymentApi api() {
    return ServiceInJvm.api(service);
  }

  public StoredOrders stored() {
    return new StoredOrders(database.jdbc());
  }

  public ServiceDatabase database() {
    return database;
  }

  public FakeWechat wechat() {
    return wechat;
  }

  public FakeAlipay alipay() {
    return alipay;
  }

  @Override
  public void close() {
    ServiceInJvm.stop(service);
    wechat.close();
    alipay.close();
  }
}
