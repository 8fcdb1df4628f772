package com.yuge.payment.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorReasonTest {
  /** Next line, a terminal's command, and two separators: the grammar lets them pass. */
  @ParameterizedTest
  @ValueSource(ints = {0x85, 0x9B, 0x2028, 0x2029})
  void noReasonBreaksTheLineThatItIsToldIn(int character) {
    String reason = "done" + Character.toString(character) + "ERROR";

    assertThat(new OperatorReason("wang", reason).text()).isEqualTo("by wang: done ERROR");
  }

  @Test
  void aReasonIsToldInAnyLanguage() {
    assertThat(new OperatorReason("wang", "已人工退款 👍").text()).isEqualTo("by wang: 已人工退款 👍");
  }
}
