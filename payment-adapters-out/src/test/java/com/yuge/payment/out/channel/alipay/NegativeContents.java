package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.out.channel.alipay.NegativeNotifications.OTHER;
import static com.yuge.payment.out.channel.alipay.NegativeNotifications.UNSIGNED;
import static com.yuge.payment.out.channel.alipay.NegativeNotifications.closed;
import static com.yuge.payment.out.channel.alipay.NegativeNotifications.negative;
import static com.yuge.payment.out.channel.alipay.NegativeNotifications.otherPayNo;
import static com.yuge.payment.out.channel.alipay.NegativeNotifications.unpaid;
import static com.yuge.payment.out.channel.alipay.SentNotification.paid;
import static com.yuge.payment.out.channel.alipay.SentNotification.refunded;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Well-formed and mostly well-signed notifications whose content settles nothing. */
final class NegativeContents {
  private NegativeContents() {}

  static Stream<Collection<Arguments>> all() {
    return Stream.of(accounts(), amounts(), contents(), refunds(), states());
  }

  private static Collection<Arguments> accounts() {
    return List.of(
        negative("another app", paid().with("app_id", OTHER.appId()).signed(), UNSIGNED),
        negative(
            "another app with its key",
            paid().with("app_id", OTHER.appId()).signed(OTHER.alipayPrivateKeyPem(), "RSA2"),
            UNSIGNED),
        negative("no app", paid().without("app_id").signed(), UNSIGNED),
        negative(
            "another seller", paid().with("seller_id", OTHER.sellerId()).signed(), "OTHER_ACCOUNT"),
        negative(
            "refund of another seller",
            refunded().with("seller_id", OTHER.sellerId()).signed(),
            "OTHER_ACCOUNT"));
  }

  private static Collection<Arguments> amounts() {
    return Stream.of(
            "0.00",
            "-99.99",
            "+99.99",
            "99.9",
            "99.990",
            "99",
            "1E2",
            "99,99",
            "0099.99",
            ".99",
            "99.99 ",
            "NaN",
            "1000000000.00",
            "0x63.00",
            "９９.99")
        .map(
            amount ->
                negative(
                    "amount " + amount,
                    paid().with("total_amount", amount).signed(),
                    amount.equals("0.00") ? "MALFORMED amount" : "MALFORMED total_amount"))
        .toList();
  }

  private static Collection<Arguments> contents() {
    return List.of(
        negative("no amount", paid().without("total_amount").signed(), "MALFORMED total_amount"),
        negative(
            "only the merchant's part",
            paid().without("total_amount").with("receipt_amount", "99.99").signed(),
            "MALFORMED total_amount"),
        negative(
            "dollars", paid().with("trans_currency", "USD").signed(), "MALFORMED trans_currency"),
        negative("no order", paid().without("out_trade_no").signed(), "MALFORMED payNo"),
        negative(
            "somebody else's order number",
            paid().with("out_trade_no", "ORDER-1").signed(),
            "MALFORMED payNo"),
        negative("no trade", paid().without("trade_no").signed(), "MALFORMED channelTradeNo"),
        negative("no id", paid().without("notify_id").signed(), "MALFORMED callbackId"),
        negative(
            "id too long",
            paid().with("notify_id", "1".repeat(129)).signed(),
            "MALFORMED callbackId"),
        negative(
            "time of payment out of its grammar",
            paid().with("gmt_payment", "today").signed(),
            "MALFORMED gmt_payment"),
        negative(
            "another type",
            paid().with("notify_type", "dut_user_sign").signed(),
            "MALFORMED notify_type"),
        negative("no type", paid().without("notify_type").signed(), "MALFORMED notify_type"));
  }

  private static Collection<Arguments> refunds() {
    String foreign = "FOREIGN_REFUND";
    return List.of(
        negative("partial refund", refunded().signed(), "REFUND is due"),
        negative(
            "only its number",
            paid().with("out_biz_no", SentNotification.REFUND_NO).signed(),
            "REFUND is due"),
        negative(
            "only its time", paid().with("gmt_refund", "2026-03-01 10:03:02").signed(), foreign),
        negative("only its total", paid().with("refund_fee", "0.01").signed(), foreign),
        negative(
            "made in the merchant's portal",
            refunded().with("out_biz_no", "HZRF001").signed(),
            foreign),
        negative(
            "with the order's number",
            refunded().with("out_biz_no", otherPayNo()).signed(),
            foreign),
        negative(
            "of the whole",
            refunded().with("trade_status", "TRADE_CLOSED").signed(),
            "REFUND is due"),
        negative(
            "in an unknown state",
            refunded().with("trade_status", "REFUND_SUCCESS").signed(),
            "MALFORMED trade_status"),
        negative("forged", refunded(), UNSIGNED));
  }

  private static Collection<Arguments> states() {
    return List.of(
        negative("nobody has paid", unpaid().signed(), "DECIDES_NOTHING WAIT_BUYER_PAY"),
        negative("closed", closed().signed(), "DECIDES_NOTHING TRADE_CLOSED"),
        negative(
            "closed with a time of payment",
            closed().with("gmt_payment", "2026-03-01 10:02:58").signed(),
            "DECIDES_NOTHING TRADE_CLOSED"),
        negative(
            "unknown state",
            paid().with("trade_status", "TRADE_PENDING").signed(),
            "MALFORMED trade_status"),
        negative(
            "state in lower case",
            paid().with("trade_status", "trade_success").signed(),
            "MALFORMED trade_status"),
        negative("no state", paid().without("trade_status").signed(), "MALFORMED trade_status"),
        negative(
            "WeChat's state",
            paid().with("trade_status", "SUCCESS").signed(),
            "MALFORMED trade_status"));
  }
}
