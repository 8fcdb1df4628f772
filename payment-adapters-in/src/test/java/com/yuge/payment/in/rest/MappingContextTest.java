package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.web.Messages;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MappingContextTest {
  private final MappingContext context =
      new MappingContext(new MockHttpServletRequest(), new Messages(), ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "EXPIRED until 2024-01-01T05:00:00Z, EXPIRED until 2024-01-01T13:00:00",
        "2024-01-01T05:00:00.123456Z 2024-01-01T16:00:00Z, 2024-01-01T13:00:00 2024-01-02T00:00:00",
        "2024-13-32T05:00:00Z, 2024-13-32T05:00:00Z",
        "2024-01-01T05:00:00ZZ, 2024-01-01T05:00:00ZZ",
        "by li: he paid on 2024-01-01, by li: he paid on 2024-01-01"
      })
  void momentsInATextAreOfTheShopsZone(String text, String told) {
    assertThat(context.localTimes(text)).isEqualTo(told);
  }
}
