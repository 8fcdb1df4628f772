package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintTest {
  @Test
  void whatIsWrittenIsRead() {
    BitSet partitions = new BitSet();
    partitions.set(0);
    partitions.set(15);
    Hint hint = new Hint("0123456789abcdef", partitions);

    assertThat(hint.text()).isEqualTo("0123456789abcdef 0,15");
    assertThat(Hint.parse(hint.text())).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "3",
        "a ",
        "a b",
        "a 1 2",
        "a ,",
        "a 1,",
        "a -1",
        "a 10000",
        "a 2147483648",
        "a 1.5",
        "{\"partition\":1}",
        "a 1,2,\u0000",
        "\ufffd 9999999999999999999999"
      })
  void whateverElseIsWrittenIsNoHint(String text) {
    assertThat(Hint.parse(text)).isEmpty();
  }

  @Test
  void aLongOneIsNotParsed() {
    assertThat(Hint.parse("a 1" + ",1".repeat(10_000))).isEmpty();
  }
}
