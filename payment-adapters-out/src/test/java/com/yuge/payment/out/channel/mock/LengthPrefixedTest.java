package com.yuge.payment.out.channel.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

class LengthPrefixedTest {
  @Example
  void theBytesAreWhatTheSchemeSays() {
    assertThat(LengthPrefixed.of(List.of("ab", "", "é")))
        .containsExactly(0, 0, 0, 2, 'a', 'b', 0, 0, 0, 0, 0, 0, 0, 2, 0xC3, 0xA9);
  }

  /**
   * Who can read the fields back off the bytes cannot have read others: no two lists share them.
   */
  @Property
  void theFieldsCanBeReadBackOffTheBytes(@ForAll("fields") List<String> fields) {
    assertThat(read(LengthPrefixed.of(fields))).isEqualTo(fields);
  }

  /** The joins without separators are the same here, which is what the old scheme suffers from. */
  @Property
  void noOtherCutOfTheSameTextGivesTheSameBytes(
      @ForAll("cuttable") String text, @ForAll int one, @ForAll int other) {
    int first = Math.floorMod(one, text.length());
    int second = Math.floorMod(other, text.length());

    assertThat(
            Arrays.equals(
                LengthPrefixed.of(cut(text, first)), LengthPrefixed.of(cut(text, second))))
        .isEqualTo(first == second);
  }

  private static List<String> cut(String text, int at) {
    return List.of(text.substring(0, at), text.substring(at));
  }

  private static List<String> read(byte[] bytes) {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    List<String> fields = new ArrayList<>();
    while (left.hasRemaining()) {
      byte[] field = new byte[left.getInt()];
      left.get(field);
      fields.add(new String(field, UTF_8));
    }
    return fields;
  }

  @Provide
  Arbitrary<List<String>> fields() {
    return text().ofMaxLength(40).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> cuttable() {
    return text().ofMinLength(1).ofMaxLength(40);
  }

  private static StringArbitrary text() {
    return Arbitraries.strings().ascii().withCharRange('\u00a1', '\u04ff').withChars('支', '\0');
  }
}
