package com.yuge.payment.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.shared.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayChannelTest {
  @ParameterizedTest
  @ValueSource(strings = {"MOCK", "ALIPAY", "UNION_PAY", "BANK2", "X"})
  void aChannelIsItsName(String name) {
    assertThat(new PayChannel(name)).hasToString(name).isEqualTo(new PayChannel(name));
  }

  /** The columns hold 32 characters. */
  @ParameterizedTest
  @ValueSource(strings = {"", "mock", "Mock", " MOCK", "MOCK ", "2BANK", "_X", "A-B", "Ａ", "A\n"})
  void anythingElseIsNoName(String name) {
    assertThatThrownBy(() -> new PayChannel(name))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("channel");
              assertThat(invalid.rule()).isEqualTo("channel");
            });
    assertThat(new PayChannel("A".repeat(32)).name()).hasSize(32);
    assertThatThrownBy(() -> new PayChannel("A".repeat(33))).isInstanceOf(InvalidValue.class);
  }
}
