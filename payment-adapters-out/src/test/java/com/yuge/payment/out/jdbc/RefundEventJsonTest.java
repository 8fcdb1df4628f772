package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JSON of each event about a refund, as consumers read it. */
class RefundEventJsonTest {
  private static final PayNo PAY_NO = new PayNo("PAY" + "1".repeat(29));
  private static final RefundNo REFUND_NO = new RefundNo("REF" + "2".repeat(29));
  private static final String BEGIN =
      """
      {"eventId":"PAY11111111111111111111111111111-4",\
      "refundNo":"REF22222222222222222222222222222",""";
  private static final String END =
      """
      "eventTime":"2026-03-01T10:04:04.567891","traceId":"trace","version":"1.0"}""";

  private final EventJson json = OutboxTables.json(ZoneId.of("Asia/Shanghai"));

  @Test
  void aSuccess() {
    Refund refund =
        refund(RefundStatus.SUCCESS, terms("R-1"), progress(new ChannelRefundNo("50300"), null));

    assertThat(payload(RefundEvent.Type.REFUND_SUCCEEDED, refund, "30.00"))
        .isEqualTo(
            BEGIN
                + """
                "refundOrderNo":"R-1","payNo":"PAY11111111111111111111111111111",\
                "orderNo":"ORD-1","amount":10.50,"refundedTotal":30.00,"payAmount":99.99,\
                "channel":"MOCK","tradeNo":"T1","channelRefundNo":"50300","origin":"CALLER",\
                "reason":"退款 \\"A\\"","refundedAt":"2026-03-01T10:03:04.567891","""
                + END);
  }

  @Test
  void aFailure() {
    RefundProgress failed =
        new RefundProgress(1, NOW, null, null, null, new FailCode("CLOSED"), null, null, null);

    assertThat(
            payload(
                RefundEvent.Type.REFUND_FAILED,
                refund(RefundStatus.FAILED, terms("R-1"), failed),
                "0"))
        .isEqualTo(
            BEGIN
                + """
                "refundOrderNo":"R-1","payNo":"PAY11111111111111111111111111111",\
                "orderNo":"ORD-1","amount":10.50,"refundedTotal":0.00,"payAmount":99.99,\
                "channel":"MOCK","tradeNo":"T1","origin":"CALLER","reason":"退款 \\"A\\"",\
                "failCode":"CLOSED","failedAt":"2026-03-01T10:04:04.567891","""
                + END);
  }

  /** An automatic refund has no number of a caller, and a channel may report no number. */
  @Test
  void aLateSuccessWithoutOptionalNumbers() {
    Refund refund =
        refund(RefundStatus.FAILED, terms(null), progress(null, new FailCode("CLOSED")));

    assertThat(payload(RefundEvent.Type.REFUND_LATE_SUCCEEDED, refund, "110.49"))
        .isEqualTo(
            BEGIN
                + """
                "payNo":"PAY11111111111111111111111111111","orderNo":"ORD-1","amount":10.50,\
                "refundedTotal":110.49,"payAmount":99.99,"channel":"MOCK","tradeNo":"T1",\
                "origin":"AUTO","reason":"退款 \\"A\\"",\
                "refundedAt":"2026-03-01T10:03:04.567891","""
                + END);
  }

  private String payload(RefundEvent.Type type, Refund refund, String refundedTotal) {
    EventId id = new EventId(PAY_NO + "-4");
    BigDecimal total = new BigDecimal(refundedTotal).setScale(2);
    OrderNo orderNo = new OrderNo("ORD-1");
    return json.payload(new RefundEvent(id, type, refund, orderNo, PRICE, total, LATER), "trace");
  }

  private static Refund refund(RefundStatus status, RefundTerms terms, RefundProgress progress) {
    return new Refund(7, REFUND_NO, terms, status, progress, 3, NOW, LATER);
  }

  private static RefundTerms terms(@Nullable String refundOrderNo) {
    return new RefundTerms(
        PAY_NO,
        refundOrderNo == null ? null : new RefundOrderNo(refundOrderNo),
        TestChannels.MOCK,
        new TradeNo("T1"),
        yuan("10.50"),
        PRICE,
        new RefundReason("退款 \"A\""),
        refundOrderNo == null ? Origin.AUTO : Origin.CALLER,
        "order-service",
        null);
  }

  private static RefundProgress progress(
      @Nullable ChannelRefundNo number, @Nullable FailCode failCode) {
    return new RefundProgress(
        2, NOW, NOW, null, number, failCode, null, NOW, failCode == null ? null : LATER);
  }
}
