package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.outbox.operations.ReplayRange;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.statement.StatementMatched;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MessagesTest {
  private static final LimitSubject SOMEBODY = new LimitSubject(LimitScope.USER, "U-1");

  private static Stream<String> ownRules() {
    return Stream.of(
        "amount-of-channel",
        "callback-status",
        "channel",
        "channel-in-use",
        "currency",
        "discrepancy-type",
        "id",
        "instant",
        "json-object",
        "nonce",
        "page",
        "payment-state",
        "paid-at",
        "payer-id-required",
        "refund-status",
        "refund-to",
        "replay-target",
        "required",
        "resolution",
        "row",
        "shop-currency",
        "signed-amount",
        "statement-day",
        "statement-state",
        "timestamp",
        "violation-state");
  }

  private static Set<String> keys(String bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Messages.class.getResourceAsStream("/payment/" + bundle)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    assertThat(texts.values()).doesNotContain("");
    return new TreeSet<>(texts.stringPropertyNames());
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws Exception {
    assertThat(keys("messages_en.properties")).isEqualTo(keys("messages.properties"));
  }

  static Stream<String> keysInUse() {
    return Stream.of(
            Stream.of("invalid"),
            Stream.of(PayStatus.values()).map(status -> "status." + status.name()),
            Stream.of(RefundStatus.values()).map(status -> "refund." + status.name()),
            Stream.of(CallbackOutcome.Reason.values()).map(reason -> "callback." + reason.name()),
            Stream.of(ErrorCode.values()).map(errorCode -> "error." + errorCode.name()),
            Stream.concat(domainRules(), ownRules()).map(rule -> "rule." + rule))
        .flatMap(keys -> keys);
  }

  private static Stream<String> domainRules() {
    return Stream.<Supplier<Object>>of(
            () -> Money.cny(BigDecimal.ZERO),
            () -> new OrderNo(""),
            () -> new PayNo(""),
            () -> new RefundNo(""),
            () -> new RefundOrderNo(""),
            () -> new RefundReason(""),
            () -> new TradeNo(""),
            () -> new Subject(""),
            () -> new Payer("", null),
            () -> new Payer(null, ""),
            () -> new OpenOptions("", Payer.UNKNOWN),
            () -> new ReturnUrl(""),
            () -> new EventId(""),
            () -> new AggregateKey(""),
            () -> new OperatorReason("", "why"),
            () -> new OperatorReason("who", ""),
            () -> new LimitSubject(LimitScope.USER, ""),
            () -> new Limit(SOMEBODY, null, Money.cny(BigDecimal.ONE), 0, 1),
            () -> new Limit(SOMEBODY, null, null, 1, 1),
            () -> TimelineCursor.of(""),
            () -> new ReplayRange("", Instant.EPOCH, Instant.MAX),
            () -> new ReplayRange("TAG", Instant.EPOCH, Instant.EPOCH))
        .map(invalid -> catchThrowableOfType(InvalidValue.class, invalid::get).rule());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyTagThatThereIsIsTold(String language) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept-Language", language);

    assertThat(new Messages().text(request, "rule.tag").split("[^A-Z_]+"))
        .containsAll(PayOrderEvent.TAGS)
        .containsAll(RefundEvent.TAGS)
        .containsAll(StatementMatched.TAGS);
  }

  @Test
  void everythingToldHasATextAndEveryTextIsTold() throws Exception {
    assertThat(keys("messages.properties"))
        .isEqualTo(keysInUse().collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("keysInUse")
  void noPatternIsLeftInAText(String key) {
    for (String language : new String[] {"zh-CN", "en"}) {
      MockHttpServletRequest request = new MockHttpServletRequest();
      request.addHeader("Accept-Language", language);

      assertThat(new Messages().text(request, key, "x", "y")).isNotBlank().doesNotContain("{", "'");
    }
  }

  @ParameterizedTest
  @CsvSource({"INIT, 初始化", "PAYING, 支付中", "SUCCESS, 支付成功", "FAILED, 支付失败", "CLOSED, 已关闭"})
  void statesAreDescribedAsTheContractSays(PayStatus status, String description) {
    String text = new Messages().text(new MockHttpServletRequest(), "status." + status.name());

    assertThat(text).isEqualTo(description);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Paid",
    "en-AU, Paid",
    "'fr, en;q=0.5', Paid",
    "'zh-CN, en;q=0.5', 支付成功",
    "zh-TW, 支付成功",
    "*, 支付成功",
    "zh, 支付成功",
    "'zh-TW, en;q=0.5', 支付成功",
    "'en;q=high', 支付成功",
    "';;,', 支付成功",
    "fr, 支付成功"
  })
  void languagesAreChosenByTheCaller(String accepted, String text) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept-Language", accepted);
    assertThat(new Messages().text(request, "status.SUCCESS")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"254, Paid", "255, 支付成功"})
  void aHeaderIsReadUpToItsBound(int spaces, String text) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept-Language", "en" + " ".repeat(spaces));
    assertThat(new Messages().text(request, "status.SUCCESS")).isEqualTo(text);
  }
}
