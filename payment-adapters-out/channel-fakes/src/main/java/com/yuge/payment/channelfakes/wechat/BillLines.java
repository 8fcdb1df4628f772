package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFee;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines of a day, as the page "交易账单详细说明" describes them: a payment belongs to the day on
 * which it succeeded, a refund to the day on which it was accepted. A refund has the status that it
 * had when the bill was written. A closed refund took no money, so it has no line; WeChat Pay does
 * not document that.
 */
final class BillLines {
  private final FakeWechatKeys keys;

  BillLines(FakeWechatKeys keys) {
    this.keys = keys;
  }

  Stream<BillLine> of(WechatTrade trade, BillDay day, Instant written) {
    Stream<BillLine> payments =
        trade.payments().stream()
            .filter(payment -> day.contains(payment.at()))
            .map(payment -> payment(trade, payment));
    Stream<BillLine> refunds =
        trade.refunds().stream()
            .filter(refund -> refund.status() != Status.CLOSED)
            .filter(refund -> day.contains(refund.createTime()))
            .map(refund -> refund(trade, refund, written));
    return Stream.concat(payments, refunds);
  }

  private BillLine payment(WechatTrade trade, WechatPayment payment) {
    Map<String, String> texts = common(trade, payment.transactionId());
    asPayment(texts, payment.at());
    return new BillLine(payment.at(), false, texts, BillAmounts.of(payment));
  }

  private static void asPayment(Map<String, String> texts, Instant at) {
    texts.put("交易时间", BillDay.text(at));
    texts.put(BillLine.STATE, "SUCCESS");
    texts.put("微信退款单号", "0");
    texts.put("商户退款单号", "0");
  }

  private BillLine refund(WechatTrade trade, WechatRefund refund, Instant written) {
    Map<String, String> texts = common(trade, refund.wanted().transactionId());
    Optional<Instant> done =
        Optional.ofNullable(refund.successTime()).filter(at -> !at.isAfter(written));
    texts.put("退款成功时间", done.map(BillDay::text).orElse(""));
    texts.put("退款状态", done.isPresent() ? "SUCCESS" : "PROCESSING");
    asRefund(texts, refund.createTime(), refund.refundId(), refund.outRefundNo());
    return new BillLine(refund.createTime(), true, texts, BillAmounts.of(refund.wanted()));
  }

  private static void asRefund(
      Map<String, String> texts, Instant at, String refundId, @Nullable String outRefundNo) {
    String accepted = BillDay.text(at);
    texts.put("交易时间", accepted);
    texts.put(BillLine.STATE, "REFUND");
    texts.put("退款申请时间", accepted);
    texts.put("微信退款单号", refundId);
    texts.put("商户退款单号", Objects.toString(outRefundNo, ""));
    texts.put("退款类型", "ORIGINAL");
  }

  /** A line that is in no books. */
  BillLine of(ExtraLine extra) {
    Map<String, String> texts = ofMerchant(extra.tradeNo(), extra.outTradeNo());
    texts.put("交易类型", TradeRequest.Product.NATIVE.name());
    texts.put("商品名称", "another system's");
    if (extra.isRefund()) {
      texts.put("退款状态", "SUCCESS");
      asRefund(texts, extra.at(), extra.channelRefundNo(), extra.outRefundNo());
    } else {
      asPayment(texts, extra.at());
    }
    return new BillLine(extra.at(), extra.isRefund(), texts, BillAmounts.of(extra));
  }

  private Map<String, String> common(WechatTrade trade, String transactionId) {
    TradeRequest request = trade.request();
    Map<String, String> texts = ofMerchant(transactionId, trade.outTradeNo());
    texts.put("用户标识", TradeJson.payer(request));
    texts.put("交易类型", request.product().name());
    texts.put("商品名称", oneLine(request.description()));
    return texts;
  }

  private Map<String, String> ofMerchant(String transactionId, String outTradeNo) {
    Map<String, String> texts = new HashMap<>();
    texts.put("公众账号ID", keys.appId());
    texts.put("商户号", keys.mchId());
    texts.put("特约商户号", "0");
    texts.put("微信订单号", transactionId);
    texts.put("商户订单号", outTradeNo);
    texts.put("付款银行", TradeJson.BANK);
    texts.put("货币种类", "CNY");
    texts.put("费率", BillFee.RATE);
    return texts;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]", " ");
  }
}
