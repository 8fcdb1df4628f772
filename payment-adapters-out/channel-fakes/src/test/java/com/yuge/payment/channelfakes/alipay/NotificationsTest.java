package com.yuge.payment.channelfakes.alipay;

import static com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification.DOUBLED;
import static com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification.HELD;
import static com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification.LOST;
import static com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification.PROBE;
import static com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification.REORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification;
import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NotificationsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String NO = "ORDER_1";

  private final NotifiedShop shop = new NotifiedShop();
  private final Merchant merchant = new Merchant(shop.url());

  @BeforeEach
  void order() {
    merchant.precreate(NO);
  }

  @AfterEach
  void close() {
    merchant.close();
    shop.close();
  }

  @Test
  void aPaymentIsToldOnceAndSigned() {
    String unused = merchant.client().pressPay(NO);
    until(() -> allAcknowledged(1));

    assertThat(shop.heard()).hasSize(1);
    Map<String, String> notification = shop.heard().get(0);
    assertThat(isSigned(notification)).isTrue();
    assertThat(notification)
        .containsEntry("trade_status", "TRADE_SUCCESS")
        .containsEntry("out_trade_no", NO)
        .containsEntry("trade_no", merchant.query(NO).path("trade_no").asString())
        .containsEntry("total_amount", "88.88")
        .containsEntry("receipt_amount", "88.88")
        .containsEntry("app_id", Merchant.KEYS.appId())
        .containsEntry("seller_id", Merchant.KEYS.sellerId())
        .containsEntry("gmt_payment", "2026-11-22 20:00:00")
        .containsEntry("notify_time", "2026-11-22 20:00:00")
        .containsEntry("subject", "茶 Tea")
        .doesNotContainKeys("gmt_refund", "gmt_close", "refund_fee");
  }

  @Test
  void itIsToldAgainUntilTheAnswerIsExactlySuccess() {
    shop.answers("SUCCESS");
    String unused = merchant.client().pressPay(NO);
    until(() -> shop.heard().size() >= 3);
    shop.answers("success");

    until(() -> allAcknowledged(1));
    assertThat(shop.heard("notify_id")).containsOnly(shop.heard("notify_id").get(0));
    assertThat(notifications().get(0).path("tries").asInt()).isEqualTo(shop.heard().size());
  }

  @Test
  void aPartialRefundIsToldAsASuccessWithTheRunningTotal() {
    String unused = merchant.client().pressPay(NO);
    merchant.refund(NO, "R1", "8.00");
    merchant.refund(NO, "R2", "0.88");
    until(() -> allAcknowledged(3));

    Map<String, String> second = notification("out_biz_no", "R2");
    assertThat(isSigned(second)).isTrue();
    assertThat(second)
        .containsEntry("trade_status", "TRADE_SUCCESS")
        .containsEntry("refund_fee", "8.88")
        .containsEntry("gmt_refund", "2026-11-22 20:00:00.000")
        .containsEntry("total_amount", "88.88")
        .containsKey("gmt_payment");
    assertThat(shop.heard("notify_id")).doesNotHaveDuplicates();
  }

  @Test
  void aFullRefundIsToldAsClosed() {
    String unused = merchant.client().pressPay(NO);
    merchant.refund(NO, "R1", "88.88");
    until(() -> allAcknowledged(2));

    assertThat(notification("out_biz_no", "R1"))
        .containsEntry("trade_status", "TRADE_CLOSED")
        .containsEntry("refund_fee", "88.88")
        .containsKeys("gmt_refund", "gmt_payment", "gmt_close");
  }

  @Test
  void anUnpaidCloseIsToldWithoutAPayment() {
    String unused = merchant.client().scan(NO);
    merchant.close(NO);
    until(() -> allAcknowledged(1));

    assertThat(shop.heard().get(0))
        .containsEntry("trade_status", "TRADE_CLOSED")
        .containsKey("gmt_close")
        .doesNotContainKeys("gmt_payment", "gmt_refund");
  }

  @Test
  void nothingIsToldOfAQrCodeThatNobodyScans() {
    String unused = merchant.client().trade(NO).path("state").asString();

    assertThat(notifications()).isEmpty();
  }

  @Test
  void aLostOneIsSentAgainOnceTheFaultIsOver() {
    payWith(LOST);
    until(() -> notifications().get(0).path("tries").asInt() >= 2);
    assertThat(shop.heard()).isEmpty();

    merchant.client().behave();

    until(() -> allAcknowledged(1));
    assertThat(shop.heard()).hasSize(1);
  }

  @Test
  void heldOnesAreReleasedTheLatestFirst() {
    payWith(HELD);
    merchant.refund(NO, "R1", "1.00");

    assertThat(merchant.client().release(true)).isEqualTo(2);

    until(() -> shop.heard().size() == 2);
    assertThat(shop.heard("out_biz_no")).containsExactly("R1", "");
  }

  @Test
  void reorderedOnesComeInPairsTheLatestFirst() {
    payWith(REORDERED);
    assertThat(shop.heard()).isEmpty();
    merchant.refund(NO, "R1", "1.00");

    until(() -> shop.heard().size() == 2);
    assertThat(shop.heard("out_biz_no")).containsExactly("R1", "");
  }

  @Test
  void aDoubledOneIsEqualToTheLetter() {
    payWith(DOUBLED);
    until(() -> allAcknowledged(1));

    assertThat(shop.heard()).hasSize(2);
    assertThat(shop.heard().get(0)).isEqualTo(shop.heard().get(1));
  }

  @Test
  void aProbeComesFirstAndIsBadlySigned() {
    payWith(PROBE);
    until(() -> allAcknowledged(1));

    assertThat(shop.heard()).hasSize(2);
    assertThat(isSigned(shop.heard().get(0))).isFalse();
    assertThat(isSigned(shop.heard().get(1))).isTrue();
    assertThat(shop.heard("notify_id")).doesNotHaveDuplicates();
  }

  @Test
  void aClockMayBeWrong() {
    merchant.client().spoil(NO, AlipayFaults.NONE.skewed(-3_600));
    String unused = merchant.client().pressPay(NO);
    until(() -> allAcknowledged(1));

    assertThat(shop.heard().get(0))
        .containsEntry("notify_time", "2026-11-22 19:00:00")
        .containsEntry("gmt_payment", "2026-11-22 19:00:00");
  }

  private void payWith(OfNotification fault) {
    merchant.client().spoil(NO, AlipayFaults.ofNotifications(fault));
    String unused = merchant.client().pressPay(NO);
  }

  private JsonNode notifications() {
    return merchant.client().trade(NO).path("notifications");
  }

  private boolean allAcknowledged(int count) {
    JsonNode all = notifications();
    return all.size() == count
        && all.valueStream().allMatch(one -> one.path("acknowledged").asBoolean());
  }

  private Map<String, String> notification(String field, String value) {
    return shop.heard().stream()
        .filter(one -> value.equals(one.get(field)))
        .findFirst()
        .orElseThrow();
  }

  /** By the rule of notifications: without sign and sign_type. */
  private static boolean isSigned(Map<String, String> notification) {
    Map<String, String> signed = new HashMap<>(notification);
    signed.remove("sign");
    signed.remove("sign_type");
    return RsaSignature.verifies(
        SignedForm.content(signed),
        notification.getOrDefault("sign", ""),
        RsaPem.publicKey(Merchant.KEYS.alipayPublicKeyPem()));
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(SOON).until(condition);
  }
}
