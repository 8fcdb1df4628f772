package com.yuge.payment.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The slot: whoever has either number of an order finds the database that it is in. */
class PayNoTest {
  private static final ZonedDateTime MOMENT =
      Instant.parse("2026-03-01T02:03:04.567891Z").atZone(ZoneOffset.UTC);

  /** By another CRC-32 than ours: these came out of Python's zlib. */
  @ParameterizedTest
  @CsvSource({
    "A, 75",
    "a1, 95",
    "ORD202401011234567890, 70",
    "ORD-1, 73",
    "_-, 01",
    "0, 09",
    "ORD-39, 00",
    "ORD-214, 09"
  })
  void itEndsInTheSlotOfTheOrderNumber(String orderNo, String slot) {
    assertThat(issued(orderNo)).hasToString("PAY202603010203045671234567890" + slot);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "z", "0123456789abcdefABCDEF_-01234567", "order-2026-000042"})
  void theSlotIsTheCrc32OfTheOrderNumberModulo100(String orderNo) {
    CRC32 crc = new CRC32();
    crc.update(orderNo.getBytes(StandardCharsets.UTF_8));

    assertThat(issued(orderNo).value()).endsWith(String.format("%02d", crc.getValue() % 100));
  }

  @Test
  void itIsAlwaysOfOneLengthAndEverySlotIsUsed() {
    assertThat(
            IntStream.range(0, 2000)
                .mapToObj(i -> issued("order-" + i).value())
                .peek(payNo -> assertThat(payNo).hasSize(32))
                .map(payNo -> payNo.substring(30))
                .distinct())
        .hasSize(100);
  }

  @Test
  void aNumberFromBeforeTheSlotIsANumber() {
    assertThat(new PayNo("PAY20260301020304567999999999999")).isNotNull();
  }

  private static PayNo issued(String orderNo) {
    return PayNo.issue(MOMENT, "1234567890", new OrderNo(orderNo));
  }
}
