package com.yuge.payment.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract does not allow is an error, so it cannot be taken for another event. */
class MalformedEventTest {
  private static final Golden PAID = Golden.of(PaymentEventTag.PAYMENT_SUCCEEDED);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "1", "\"a\"", "{", "{}", "{}{}", "not json"})
  void aBodyThatIsNotOneObjectWithTheFieldsIsMalformed(String body) {
    assertMalformed(new Golden(PAID.name(), body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "99.90 > \"99.90\"",
        "99.90 > true",
        "99.90 > {}",
        "99.90 > 99.90.1",
        "\"ORD1\" > 1",
        "\"ORD1\" > [\"ORD1\"]",
        "\"ORD1\" > null",
        "\"version\":\"1.0\" > \"version\":\"2.0\"",
        "\"version\":\"1.0\" > \"version\":\"10.0\"",
        "\"version\":\"1.0\" > \"version\":1.0",
        "2026-11-22T12:00:30 > 2026-11-22",
        "2026-11-22T12:00:30 > 2026-11-22T12:00:30Z",
        "PAY20261122120000123000000000142-2 > ''",
        "\"orderNo\":\"ORD1\" > \"orderNo\":\"ORD1\",\"orderNo\":\"ORD2\""
      })
  void aFieldThatIsNotAsInTheContractIsMalformed(String valid, String broken) {
    assertMalformed(PAID.with(valid, broken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "\"run\":1 > \"run\":1.0",
        "\"run\":1 > \"run\":\"1\"",
        "\"lines\":1024 > \"lines\":3000000000",
        "2026-11-21 > 2026-11-31",
        "2026-11-21 > 2026-11-21T00:00:00"
      })
  void aCountOrDayThatIsNoneIsMalformed(String valid, String broken) {
    assertMalformed(Golden.of(PaymentEventTag.STATEMENT_MATCHED).with(valid, broken));
  }

  @Test
  void anEventIdThatTheConsumeLogHasNoRoomForIsMalformed() {
    assertThat(PAID.withEventId("x".repeat(64)).read().eventId()).hasSize(64);
    assertMalformed(PAID.withEventId("x".repeat(65)));
  }

  @Test
  void onlyTheFieldsThatTheContractLeavesOutMayBeMissing() {
    Set<String> optional = new TreeSet<>();
    Golden.all()
        .forEach(
            golden ->
                golden.fields().stream()
                    .filter(field -> isReadableWithout(golden, field))
                    .forEach(optional::add));
    assertThat(optional)
        .containsExactly(
            "amount", "channelRefundNo", "channelTradeNo", "currency", "failCode", "refundOrderNo");
  }

  private static boolean isReadableWithout(Golden golden, String field) {
    Golden without = golden.with("\"" + field + "\":", "\"x-" + field + "\":");
    try {
      return without.read() != null;
    } catch (MalformedEventException missing) {
      assertThat(missing).hasMessage(field + " is missing");
      return false;
    }
  }

  private static void assertMalformed(Golden golden) {
    for (PaymentEventReader reader : Readers.present()) {
      assertThatExceptionOfType(MalformedEventException.class)
          .isThrownBy(() -> reader.read(golden.tag(), golden.json().getBytes(UTF_8)));
    }
  }
}
