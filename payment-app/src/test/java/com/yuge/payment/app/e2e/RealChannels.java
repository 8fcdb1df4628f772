package com.yuge.payment.app.e2e;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.alipay.FakeAlipay;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.wechat.FakeWechat;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.devstack.StackFolder;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with WeChat Pay and Alipay beside MOCK, and their fakes. */
public final class RealChannels implements AutoCloseable {
  private final ChannelFakes fakes;
  private final ServiceDatabase database;
  private final ConfigurableApplicationContext service;

  /** The accounts that the service has at the channels. */
  public record Keys(FakeWechatKeys wechat, FakeAlipayKeys alipay) {
    static final Keys USUAL = new Keys(FakeWechatKeys.ofThisJvm(), FakeAlipayKeys.ofThisJvm());
  }

  private RealChannels(
      String name, Keys keys, Function<List<String>, ConfigurableApplicationContext> start) {
    this.fakes = ChannelFakes.start(keys);
    this.database = TestStack.ONE.createDatabase(name);
    this.service = start.apply(fakes.settings(database.arguments(), StackFolder.ofTests(name)));
  }

  /** Starts them on a database of this name. */
  public static RealChannels start(String name) {
    return start(name, ServiceInJvm::start);
  }

  /** The same with a service that is started in another way, with these arguments. */
  public static RealChannels start(
      String name, Function<List<String>, ConfigurableApplicationContext> start) {
    return new RealChannels(name, Keys.USUAL, start);
  }

  /** Starts them with more settings. */
  public static RealChannels start(String name, List<String> more) {
    return start(name, Keys.USUAL, more);
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
    return fakes.wechat();
  }

  public FakeAlipay alipay() {
    return fakes.alipay();
  }

  @Override
  public void close() {
    ServiceInJvm.stop(service);
    fakes.close();
  }
}
