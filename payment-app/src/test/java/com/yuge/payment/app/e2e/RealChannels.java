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
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with WeChat Pay and Alipay beside MOCK, and their fakes. */
public final class RealChannels implements AutoCloseable {
  private static final double QUICK_RETRIES = 0.001;

  private final Keys keys;
  private final FakeWechat wechat;
  private final FakeAlipay alipay;
  private final ServiceDatabase database;
  private final ConfigurableApplicationContext service;

  /** The accounts that the service has at the channels. */
  public record Keys(FakeWechatKeys wechat, FakeAlipayKeys alipay) {
    static Keys generate() {
      return new Keys(FakeWechatKeys.generate(), FakeAlipayKeys.generate());
    }
  }

  private RealChannels(
      String name, Keys keys, Function<List<String>, ConfigurableApplicationContext> start) {
    this.keys = keys;
    this.wechat = FakeWechat.start(new FakeWechatSettings(0, keys.wechat(), QUICK_RETRIES));
    this.alipay = FakeAlipay.start(new FakeAlipaySettings(0, keys.alipay(), QUICK_RETRIES));
    this.database = TestStack.ONE.createDatabase(name);
    this.service = start.apply(arguments(StackFolder.ofTests(name)));
  }

  /** Starts them on a database of this name. */
  public static RealChannels start(String name) {
    return start(name, ServiceInJvm::start);
  }

  /** The same with a service that is started in another way, with these arguments. */
  public static RealChannels start(
      String name, Function<List<String>, ConfigurableApplicationContext> start) {
    return new RealChannels(name, Keys.generate(), start);
  }

  /** Starts them with these accounts, and with more settings. */
  public static RealChannels start(String name, Keys keys, List<String> more) {
    return new RealChannels(
        name,
        keys,
        arguments -> {
          arguments.addAll(more);
          return ServiceInJvm.start(arguments);
        });
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

  public ConfigurableApplicationContext service() {
    return service;
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
