package com.yuge.payment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.alipay.AlipayFaults;
import com.yuge.payment.channelfakes.alipay.FakeAlipayClient;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.wechat.FakeWechatClient;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.out.channel.ChannelConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** With the channels' switches alone, the development run has both. */
class DevFakesTest {
  @TempDir private Path folder;

  private final ApplicationContextRunner run =
      new ApplicationContextRunner()
          .withUserConfiguration(ChannelConfiguration.class)
          .withBean(SimpleMeterRegistry.class)
          .withBean(ObservationRegistry.class, ObservationRegistry::create)
          .withBean(Clock.class, Clock::systemUTC)
          .withPropertyValues(
              "payment.mock.enabled=false",
              "payment.wechat.enabled=true",
              "payment.alipay.enabled=true")
          .withInitializer(context -> DevFakes.start(context.getEnvironment(), folder));

  /** A wrong key would end the start. */
  @Test
  void bothAreAskedWhetherTheKeysAgree() {
    run.run(
        context -> {
          assertThat(context).hasNotFailed();
          URI wechat = address(context, "payment.wechat.url");
          assertThat(new FakeWechatClient(wechat).calls(WechatFaults.Call.QUERY)).isOne();
          URI alipay = address(context, "payment.alipay.gateway-url").resolve("/");
          assertThat(new FakeAlipayClient(alipay).calls(AlipayFaults.Call.QUERY)).isOne();
        });
  }

  private static URI address(ApplicationContext context, String key) {
    return context.getEnvironment().getRequiredProperty(key, URI.class);
  }

  /** Notifications to an earlier run must be believed in the next one. */
  @Test
  void theKeysStay() {
    run.run(first -> assertThat(first).hasNotFailed());
    String wechat = key("fake-wechat/" + FakeWechatKeys.PUBLIC_KEY_FILE);
    String alipay = key("fake-alipay/" + FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE);

    run.run(second -> assertThat(second).hasNotFailed());

    assertThat(key("fake-wechat/" + FakeWechatKeys.PUBLIC_KEY_FILE)).isEqualTo(wechat);
    assertThat(key("fake-alipay/" + FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE)).isEqualTo(alipay);
  }

  private String key(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
