package com.yuge.payment.dev;

import com.yuge.payment.channelfakes.alipay.FakeAlipay;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.alipay.FakeAlipaySettings;
import com.yuge.payment.channelfakes.wechat.FakeWechat;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.channelfakes.wechat.FakeWechatSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Fakes of WeChat Pay and Alipay, each if the channel is switched on and has no keys of one's own.
 * Their keys stay in the folder, their books end with the run.
 */
final class DevFakes {
  private static final Logger log = LoggerFactory.getLogger("stack");
  private static final int WECHAT_PORT = 18_091;
  private static final int ALIPAY_PORT = 18_092;

  private final ConfigurableEnvironment environment;
  private final Path folder;

  private DevFakes(ConfigurableEnvironment environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  static void start(ConfigurableEnvironment environment, Path folder) {
    DevFakes fakes = new DevFakes(environment, folder);
    try {
      if (fakes.isWanted("payment.wechat", "mch-id")) {
        fakes.startWechat();
      }
      if (fakes.isWanted("payment.alipay", "app-id")) {
        fakes.startAlipay();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the fakes' keys in " + folder, e);
    }
  }

  private boolean isWanted(String channel, String account) {
    return environment.getProperty(channel + ".enabled", Boolean.class, false)
        && !environment.containsProperty(channel + "." + account);
  }

  private void startWechat() throws IOException {
    Path home = folder.resolve("fake-wechat");
    Path file = home.resolve("fake.properties");
    if (!Files.exists(file)) {
      new FakeWechatSettings(WECHAT_PORT, FakeWechatKeys.generate(), 1).write(file);
    }
    FakeWechatKeys keys = FakeWechatSettings.read(file).keys();
    FakeWechat fake =
        usually(WECHAT_PORT, port -> FakeWechat.start(new FakeWechatSettings(port, keys, 1)));
    SpringApplication.getShutdownHandlers().add(fake::close);
    log.info("Fake WeChat Pay: pay at {}/cashier/<payNo>", fake.url());
    add(
        Map.of(
            "payment.wechat.url", fake.url().toString(),
            "payment.wechat.mch-id", keys.mchId(),
            "payment.wechat.app-id", keys.appId(),
            "payment.wechat.api-v3-key", keys.apiV3Key(),
            "payment.wechat.merchant-serial", keys.merchantSerial(),
            "payment.wechat.private-key-file", in(home, FakeWechatKeys.PRIVATE_KEY_FILE),
            "payment.wechat.public-key-id", keys.platformPublicKeyId(),
            "payment.wechat.public-key-file", in(home, FakeWechatKeys.PUBLIC_KEY_FILE),
            "payment.wechat.notify-base-url", self()));
  }

  private void startAlipay() throws IOException {
    Path home = folder.resolve("fake-alipay");
    Path file = home.resolve("fake.properties");
    if (!Files.exists(file)) {
      new FakeAlipaySettings(ALIPAY_PORT, FakeAlipayKeys.generate(), 1).write(file);
    }
    FakeAlipayKeys keys = FakeAlipaySettings.read(file).keys();
    FakeAlipay fake =
        usually(ALIPAY_PORT, port -> FakeAlipay.start(new FakeAlipaySettings(port, keys, 1)));
    SpringApplication.getShutdownHandlers().add(fake::close);
    log.info("Fake Alipay: pay at {}/cashier/<payNo>", fake.url());
    add(
        Map.of(
            "payment.alipay.gateway-url", fake.gatewayUrl().toString(),
            "payment.alipay.app-id", keys.appId(),
            "payment.alipay.seller-id", keys.sellerId(),
            "payment.alipay.private-key-file", in(home, FakeAlipayKeys.PRIVATE_KEY_FILE),
            "payment.alipay.alipay-public-key-file",
                in(home, FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE),
            "payment.alipay.notify-base-url", self()));
  }

  // Another program may have the usual port.
  private static <T> T usually(int port, IntFunction<T> start) {
    try {
      return start.apply(port);
    } catch (UncheckedIOException taken) {
      log.info("Port {} is taken: {}", port, taken.getMessage());
      return start.apply(0);
    }
  }

  private void add(Map<String, Object> properties) {
    String name = "fake of " + properties.keySet().iterator().next();
    environment.getPropertySources().addLast(new MapPropertySource(name, properties));
  }

  private static String in(Path home, String file) {
    return home.resolve(file).toString();
  }

  private String self() {
    return "http://127.0.0.1:" + environment.getProperty("server.port", "8083");
  }
}
