package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.domain.AlipayTradeWapPayModel;
import com.yuge.payment.domain.channel.PayUrl;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.security.Security;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used of the official SDK, and what is not. */
class AlipaySdkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.alibaba.fastjson.JSON",
        "com.alipay.api.DefaultAlipayClient",
        "okhttp3.OkHttpClient",
        "org.dom4j.Document"
      })
  void theseTestsRunWithoutWhatIsNotShipped(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  /** The SDK's JSON loads all of them, also those that no request here fills in. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        AlipayTradeCloseModel.class,
        AlipayTradeFastpayRefundQueryModel.class,
        AlipayTradePagePayModel.class,
        AlipayTradePrecreateModel.class,
        AlipayTradeQueryModel.class,
        AlipayTradeRefundModel.class,
        AlipayTradeWapPayModel.class
      })
  void allThatAModelCanHoldIsShipped(Class<?> model) {
    Set<Type> loaded = new HashSet<>();

    load(model, loaded);

    assertThat(loaded).contains(model);
  }

  private static void load(Type type, Set<Type> loaded) {
    if (type instanceof ParameterizedType list) {
      Stream.of(list.getActualTypeArguments()).forEach(element -> load(element, loaded));
    } else if (type.getTypeName().startsWith("com.alipay.") && loaded.add(type)) {
      Stream.of(((Class<?>) type).getDeclaredFields())
          .forEach(field -> load(field.getGenericType(), loaded));
    }
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
