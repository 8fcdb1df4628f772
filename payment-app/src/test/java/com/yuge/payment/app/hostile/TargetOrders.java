package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.RealChannels;
import com.yuge.payment.app.e2e.RefundApi;
import com.yuge.payment.channelfakes.alipay.AlipayFaults;
import com.yuge.payment.channelfakes.alipay.RefundFault;
import com.yuge.payment.channelfakes.wechat.RefundFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.out.channel.CallbackTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes what false callbacks are about: an unpaid order, a paid one, and an undecided refund. */
record TargetOrders(RealChannels channels) {
  private static final Duration SOON = Duration.ofSeconds(60);

  CallbackTarget wechat() {
    channels
        .wechat()
        .client()
        .spoil(WechatFaults.ofRefunds(RefundFaults.of(RefundFaults.Kind.LATE)));
    return target(
        "WECHAT",
        payNo -> assertThat(channels.wechat().client().pressPay(payNo)).isEqualTo("SUCCESS"));
  }

  CallbackTarget alipay() {
    channels.alipay().client().spoil(AlipayFaults.ofRefunds(RefundFault.of(RefundFault.Kind.LATE)));
    return target(
        "ALIPAY",
        payNo -> assertThat(channels.alipay().client().pressPay(payNo)).isEqualTo("TRADE_SUCCESS"));
  }

  private CallbackTarget target(String channel, Consumer<String> payer) {
    String open = opened(channel);
    String paid = opened(channel);
    payer.accept(paid);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(api().find(paid).text("status")).isEqualTo("SUCCESS"));
    PaymentApi.Answer refund = new RefundApi(api()).ask(paid, "R1", "40.00");
    assertThat(refund.text("status")).isEqualTo("REFUNDING");
    return new CallbackTarget(open, paid, refund.text("refundNo"), Instant.now());
  }

  private String opened(String channel) {
    String orderNo = "TARGET-" + UUID.randomUUID().toString().substring(0, 18);
    String payNo =
        api()
            .post("/payments", Map.of("orderNo", orderNo, "amount", "99.99", "channel", channel))
            .text("payNo");
    assertThat(api().pay(payNo).text("status")).isEqualTo("PAYING");
    return payNo;
  }

  private PaymentApi api() {
    return channels.api();
  }
}
