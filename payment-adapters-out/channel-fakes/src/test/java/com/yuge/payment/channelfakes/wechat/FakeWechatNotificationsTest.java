package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.WechatFaults.ofNotifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.Transaction.TradeStateEnum;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.yuge.payment.channelfakes.wechat.NotificationFaults.Kind;
import com.yuge.payment.channelfakes.wechat.NotifiedShop.Heard;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FakeWechatNotificationsTest {
  private final Merchant merchant = new Merchant();
  private final NotifiedShop shop = new NotifiedShop();
  private final String outTradeNo = merchant.open(shop.url());

  @AfterEach
  void close() {
    merchant.close();
    shop.close();
  }

  private void awaitHeard(int count) {
    await().untilAsserted(() -> assertThat(shop.heard()).hasSize(count));
  }

  private void awaitAcknowledged() {
    await().until(() -> merchant.client.trade(outTradeNo).path("acknowledged").asBoolean());
  }

  @Test
  void theSdkVerifiesAndDecryptsAPayment() {
    merchant.client.pressPay(outTradeNo);
    awaitHeard(1);

    Transaction transaction = shop.parse(shop.heard().get(0), Transaction.class);

    assertThat(shop.types()).containsExactly("TRANSACTION.SUCCESS");
    assertThat(transaction.getOutTradeNo()).isEqualTo(outTradeNo);
    assertThat(transaction.getTradeState()).isEqualTo(TradeStateEnum.SUCCESS);
    assertThat(transaction.getAmount().getTotal()).isEqualTo(9999);
    assertThat(transaction.getMchid()).isEqualTo(Merchant.KEYS.mchId());
    assertThat(transaction.getAppid()).isEqualTo(Merchant.KEYS.appId());
  }

  @ParameterizedTest
  @EnumSource(
      value = RefundFaults.Kind.class,
      names = {"NONE", "ABNORMAL", "CLOSED"})
  void theSdkVerifiesAndDecryptsARefund(RefundFaults.Kind kind) {
    merchant.client.spoil(outTradeNo, WechatFaults.ofRefunds(RefundFaults.of(kind)));
    String transactionId = merchant.client.pay(outTradeNo, "99.99");
    awaitHeard(1);

    merchant.refund(transactionId, "R1", 1, shop.url());
    awaitHeard(2);

    String status = kind == RefundFaults.Kind.NONE ? "SUCCESS" : kind.name();
    RefundNotification refund = shop.parse(shop.heard().get(1), RefundNotification.class);
    assertThat(shop.types().get(1)).isEqualTo("REFUND." + status);
    assertThat(refund.getRefundStatus().name()).isEqualTo(status);
    assertThat(refund.getOutRefundNo()).isEqualTo("R1");
    assertThat(refund.getAmount().getRefund()).isEqualTo(1);
  }

  @Test
  void itIsSentWithTheSameIdUntilItIsAcknowledged() {
    shop.answers(500);
    merchant.client.pressPay(outTradeNo);
    await().until(() -> shop.heard().size() >= 3);

    shop.answers(200);
    awaitAcknowledged();

    assertThat(shop.heard().stream().map(Heard::id).distinct()).hasSize(1);
    assertThat(merchant.client.trade(outTradeNo).path("notificationTries").asInt())
        .isEqualTo(shop.heard().size());
  }

  @Test
  void aDoubledNotificationIsTheSameTwice() {
    merchant.client.spoil(outTradeNo, ofNotifications(NotificationFaults.NONE.copied(2)));
    merchant.client.pressPay(outTradeNo);
    awaitHeard(2);

    assertThat(shop.heard().get(0).body()).isEqualTo(shop.heard().get(1).body());
  }

  @Test
  void heldNotificationsComeInTheOtherOrder() {
    merchant.client.spoil(outTradeNo, ofNotifications(NotificationFaults.of(Kind.HELD)));
    String transactionId = merchant.client.pay(outTradeNo, "99.99");
    merchant.refund(transactionId, "R1", 1, shop.url());

    assertThat(merchant.client.release(true)).isEqualTo(2);
    awaitHeard(2);

    assertThat(shop.types()).containsExactly("REFUND.SUCCESS", "TRANSACTION.SUCCESS");
  }

  @Test
  void aLostNotificationIsTriedAgain() {
    merchant.client.spoil(outTradeNo, ofNotifications(NotificationFaults.of(Kind.LOST)));
    merchant.client.pressPay(outTradeNo);
    await().until(() -> merchant.client.trade(outTradeNo).path("notificationTries").asInt() >= 1);
    assertThat(shop.heard()).isEmpty();

    merchant.client.behave();
    awaitAcknowledged();
  }

  @Test
  void aBadlySignedProbeComesFirst() {
    merchant.client.spoil(outTradeNo, ofNotifications(NotificationFaults.NONE.probed()));
    merchant.client.pressPay(outTradeNo);
    awaitHeard(2);

    Heard probe = shop.heard().get(0);
    assertThat(probe.header("Signature")).startsWith("WECHATPAY/SIGNTEST/");
    assertThatThrownBy(() -> shop.parse(probe, Transaction.class))
        .isInstanceOfAny(ValidationException.class, IllegalArgumentException.class);
    assertThat(shop.parse(shop.heard().get(1), Transaction.class).getOutTradeNo())
        .isEqualTo(outTradeNo);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"WRONG_SIGNATURE", "WRONG_SERIAL", "OTHER_KEY"})
  void whatIsSignedOrEncryptedWrongIsRefusedByTheSdk(Kind kind) {
    merchant.client.spoil(outTradeNo, ofNotifications(NotificationFaults.of(kind)));
    merchant.client.pressPay(outTradeNo);
    awaitHeard(1);

    assertThatThrownBy(() -> shop.parse(shop.heard().get(0), Transaction.class))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aSkewedClockShowsInTheTimestamp() {
    merchant.client.spoil(outTradeNo, WechatFaults.NONE.skewed(-600));
    merchant.client.pressPay(outTradeNo);
    awaitHeard(1);

    Instant signed = Instant.ofEpochSecond(Long.parseLong(shop.heard().get(0).header("Timestamp")));
    assertThat(signed)
        .isEqualTo(
            Instant.ofEpochSecond(merchant.clock.instant().minusSeconds(600).getEpochSecond()));
  }
}
