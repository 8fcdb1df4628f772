package com.yuge.payment.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A switch over the kinds is complete only if each type of a sealed one has a kind of its own. */
class KindsTest {
  @Test
  void eachOutcomeHasAKindOfItsOwn() {
    assertKinds(PaymentOutcome.class, PaymentOutcome.Kind.values());
  }

  @Test
  void eachOpenResultHasAKindOfItsOwn() {
    assertKinds(OpenResult.class, OpenResult.Kind.values());
  }

  @Test
  void eachCreationHasAKindOfItsOwn() {
    assertKinds(Creation.class, Creation.Kind.values());
  }

  private static void assertKinds(Class<?> sealed, Enum<?>[] kinds) {
    assertThat(Arrays.stream(sealed.getPermittedSubclasses()).map(KindsTest::kind))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(kinds).map(Enum::name).toList());
  }

  /** {@code LateSuccess} is {@code LATE_SUCCESS}. */
  private static String kind(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
