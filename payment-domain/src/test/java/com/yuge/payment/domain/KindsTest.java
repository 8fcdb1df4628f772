package com.yuge.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.order.CreatePayOrder.Creation;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.refund.RefundCreation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A switch over the kinds is complete only if each type of a sealed one has a kind of its own. */
class KindsTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Creation.class,
        OpenResult.class,
        PaymentOutcome.class,
        RefundAnswer.class,
        RefundCreation.class,
        SendOutcome.class,
        StatementAnswer.class
      })
  void eachTypeHasAKindOfItsOwn(Class<?> sealed) {
    assertThat(Arrays.stream(sealed.getPermittedSubclasses()).map(KindsTest::kind))
        .containsExactlyInAnyOrderElementsOf(kinds(sealed));
  }

  private static List<String> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getDeclaredClasses())
        .filter(type -> type.getSimpleName().equals("Kind"))
        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
        .map(Object::toString)
        .toList();
  }

  /** {@code LateSuccess} is {@code LATE_SUCCESS}. */
  private static String kind(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
