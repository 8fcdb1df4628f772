package com.yuge.payment.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abc, 4, abc",
    "abcd, 3, abc",
    "ab\uD83D\uDCB0, 4, ab\uD83D\uDCB0",
    "ab\uD83D\uDCB0c, 4, ab\uD83D\uDCB0",
    "ab\uD83D\uDCB0, 3, ab",
    "\uD83D\uDCB0, 1, ''",
    "abc, 0, ''"
  })
  void itHasWholeCharactersOnly(String text, int longest, String excerpt) {
    assertThat(Excerpt.of(text, longest)).isEqualTo(excerpt);
  }
}
