package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.PayUrl;
import java.security.Security;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used of the official SDK, and what is not. */
class AlipaySdkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"com.alibaba.fastjson.JSON", "okhttp3.OkHttpClient", "org.dom4j.Document"})
  void theseTestsRunWithoutWhatIsNotShipped(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  /**
   * The SDK's client clears this setting when its class is loaded. Whatever needs Bouncy Castle
   * there adds it to the JVM; only the tests' broker has it on the class path.
   */
  @Test
  void theJvmStillRefusesWeakCertificates() {
    String before = Security.getProperty("jdk.certpath.disabledAlgorithms");

    try (AlipayDesk desk = new AlipayDesk()) {
      Optional<PayUrl> unused = desk.channel().open(desk.trade("QR", PRICE));
    }

    assertThat(before).contains("MD5");
    assertThat(Security.getProperty("jdk.certpath.disabledAlgorithms")).isEqualTo(before);
    assertThat(Security.getProviders())
        .extracting(provider -> provider.getName())
        .doesNotContain("BC");
  }
}
