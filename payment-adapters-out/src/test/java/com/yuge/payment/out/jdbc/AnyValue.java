package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Any value that the domain accepts, with the longest and the oddest among them. */
final class AnyValue {
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9998-12-31T23:59:59.999999999Z");

  private AnyValue() {}

  static Arbitrary<PayNo> payNos() {
    return digits().map(digits -> new PayNo("PAY" + digits));
  }

  static Arbitrary<String> digits() {
    return Arbitraries.strings().numeric().ofLength(29);
  }

  static Arbitrary<EventId> eventIds() {
    return Combinators.combine(payNos(), Arbitraries.integers().greaterOrEqual(0))
        .as(PayOrderEvent::id);
  }

  static Arbitrary<String> callersNumbers() {
    return letters().numeric().withChars("_-").ofMinLength(1).ofMaxLength(32);
  }

  static Arbitrary<OrderNo> orderNos() {
    return callersNumbers().map(OrderNo::new);
  }

  /** What a channel may call a payment or a refund. */
  static Arbitrary<String> channelsNumbers() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(64);
  }

  static Arbitrary<PayChannel> channels() {
    return Arbitraries.strings()
        .withCharRange('A', 'Z')
        .numeric()
        .withChars('_')
        .ofMaxLength(31)
        .map(rest -> new PayChannel("A" + rest));
  }

  /** A reason or a code, for programs. */
  static Arbitrary<String> shortKeys() {
    return letters().numeric().withChars("_.-").ofMinLength(1).ofMaxLength(64);
  }

  /** Text for people in any script, with emoji, quotes and line separators. */
  static Arbitrary<RefundReason> refundReasons() {
    return Arbitraries.integers()
        .between(' ', Character.MAX_CODE_POINT)
        .map(Character::toString)
        .list()
        .ofMinSize(1)
        .ofMaxSize(80)
        .map(characters -> String.join("", characters))
        .filter(RefundReason.GRAMMAR::accepts)
        .map(RefundReason::new);
  }

  static Arbitrary<Money> money() {
    return Combinators.combine(
            Arbitraries.bigDecimals().between(new BigDecimal("0.01"), Money.MAX).ofScale(2),
            Arbitraries.of(Currency.getAvailableCurrencies()))
        .as(Money::new);
  }

  static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()),
            Arbitraries.integers().between(0, LAST.getNano()))
        .as(Instant::ofEpochSecond);
  }

  static StringArbitrary letters() {
    return Arbitraries.strings().withCharRange('a', 'z').withCharRange('A', 'Z');
  }
}
