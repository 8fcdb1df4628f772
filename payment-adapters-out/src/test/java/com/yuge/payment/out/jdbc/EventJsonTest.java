package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.PayOrderEvents;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What consumers read: a field that is gone or renamed breaks them. */
class EventJsonTest {
  private static final List<String> BEGIN =
      List.of("eventId", "payNo", "orderNo", "amount", "channel");
  private static final List<String> END = List.of("eventTime", "traceId", "version");
  private static final List<String> UNAPPLIED =
      List.of("kind", "currency", "tradeNo", "orderAmount", "receivedAt");

  private static final Map<String, List<String>> OWN =
      Map.of(
          "PAYMENT_SUCCEEDED", List.of("channelTradeNo", "paidAt"),
          "PAYMENT_FAILED", List.of("channelTradeNo", "failedAt"),
          "PAYMENT_CLOSED", List.of("reason", "closedAt"),
          "PAYMENT_LATE_SUCCEEDED", List.of("channelTradeNo", "paidAt", "closedStatus"),
          "PAYMENT_MISMATCHED", UNAPPLIED,
          "PAYMENT_AMOUNT_DIFFERED", UNAPPLIED);

  private final EventJson json = OutboxTables.json(ZoneId.of("Asia/Shanghai"));

  @Test
  void everyEventHasItsFieldsInTheirOrder() {
    List<PayOrderEvent> events = PayOrderEvents.ofEveryKind();

    assertThat(events)
        .extracting(PayOrderEvent::tag)
        .containsOnly(OWN.keySet().toArray(String[]::new));
    for (PayOrderEvent event : events) {
      List<String> expected = new ArrayList<>(BEGIN);
      expected.addAll(Objects.requireNonNull(OWN.get(event.tag())));
      expected.addAll(END);
      if (!read(event).has("amount")) {
        expected.removeAll(List.of("amount", "currency"));
      }
      assertThat(read(event).propertyNames()).as(event.tag()).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void paidAtIsTheChannelsTimeAndEventTimeIsOurs() {
    PayOrderDetails paying = withPayments(PayStatus.PAYING);
    Instant paidAt = NOW.plus(Duration.ofSeconds(1));

    JsonNode event = read(heard(paying, "T1", PRICE, paidAt));

    assertThat(event.path("paidAt").asString()).isEqualTo("2026-03-01T10:03:05.567891");
    assertThat(event.path("eventTime").asString()).isEqualTo("2026-03-01T10:04:04.567891");
  }

  @Test
  void unappliedMoneyIsPublishedAsItWasTaken() {
    JsonNode event = read(heard(withPayments(PayStatus.PAYING), "T1", PRICE_IN_DOLLARS, null));

    assertThat(event.path("kind").asString()).isEqualTo("MISMATCH");
    assertThat(event.path("amount").decimalValue()).isEqualTo(PRICE.amount());
    assertThat(event.path("currency").asString()).isEqualTo("USD");
    assertThat(event.path("orderAmount").decimalValue()).isEqualTo(PRICE.amount());
    assertThat(event.path("tradeNo").asString()).isEqualTo("T1");
    assertThat(event.path("receivedAt").asString()).isEqualTo(event.path("eventTime").asString());
  }

  @Test
  void anAmountThatTheChannelDidNotSayIsLeftOut() {
    JsonNode event = read(heard(withPayments(PayStatus.SUCCESS), "T2", null, null));

    assertThat(event.path("kind").asString()).isEqualTo("DUPLICATE");
    assertThat(event.has("amount")).isFalse();
    assertThat(event.has("currency")).isFalse();
  }

  @Test
  void anEventOfAFamilyThatNobodyKnowsIsNotWrittenWithoutItsFields() {
    DomainEvent stranger = new Shipments.ShipmentSent("SHP-1", "SF", NOW);

    assertThatThrownBy(() -> json.payload(stranger, "trace"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SHP-1");
  }

  private static PayOrderEvent heard(
      PayOrderDetails before, String trade, @Nullable Money amount, @Nullable Instant paidAt) {
    ChannelResult result =
        new ChannelResult(
            before.order().payNo(), Status.SUCCESS, new TradeNo(trade), amount, paidAt);
    return Objects.requireNonNull(PayOrderBook.apply(before, result, LATER).event());
  }

  private JsonNode read(PayOrderEvent event) {
    return JsonMapper.builder().build().readTree(json.payload(event, "trace"));
  }
}
