package com.yuge.payment.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {
  /** Its CRC-32 is 841265288, as any other program says: {@code printf 42 | gzip | od -tu4}. */
  private static final OrderNo IN_88 = new OrderNo("42");

  private static PayNo payNo(int slot) {
    return new PayNo("PAY202603011003045670000000000%02d".formatted(slot));
  }

  @Test
  void allNumbersOfAnOrderAreInItsSlot() {
    var moment = Instant.parse("2026-03-01T02:03:04Z").atZone(ZoneId.of("UTC"));
    Slots one = Slots.of("88");

    assertThatNoException().isThrownBy(() -> one.require(IN_88));
    assertThat(one.contains(PayNo.issue(moment, "0000000000", IN_88))).isTrue();
    assertThat(one.contains(RefundNo.issue(moment, "0000000000", IN_88))).isTrue();
  }

  @Test
  void allSlotsAreAHundred() {
    assertThat(IntStream.range(0, 100)).allMatch(slot -> Slots.ALL.contains(payNo(slot)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0-49|50", "50-99|50", "7|1", "0-1,98-99|4", "5-9,7-12|8", "3-3|1", "00,01|2"})
  void rangesAndSingleSlotsAreRead(String list, int count) {
    Slots slots = Slots.of(list);

    assertThat(IntStream.range(0, 100).filter(slot -> slots.contains(payNo(slot)))).hasSize(count);
  }

  @Test
  void bothEndsOfARangeBelongToIt() {
    Slots slots = Slots.of("10-20");

    assertThat(IntStream.range(0, 100).filter(slot -> slots.contains(payNo(slot))))
        .contains(10, 20)
        .doesNotContain(9, 21);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "100", "0-100", "-1", "1-", "9-3", "1,,2", "1, 2", "a", "0-49;50"})
  void whatIsNoListOfSlotsIsRefused(String list) {
    assertThat(Slots.accepts(list)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Slots.of(list));
  }

  @Test
  void aNumberOfAnotherSlotIsNotOwned() {
    Slots slots = Slots.of("0-87,89-99");

    assertThatExceptionOfType(SlotNotOwned.class)
        .isThrownBy(() -> slots.require(IN_88))
        .withMessage("slot 88 is not in payment.slots");
    assertThatExceptionOfType(SlotNotOwned.class).isThrownBy(() -> slots.require(payNo(88)));
    assertThatExceptionOfType(SlotNotOwned.class)
        .isThrownBy(() -> slots.require(new RefundNo("REF" + payNo(88).value().substring(3))));
  }
}
