package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.out.channel.alipay.NegativeNotifications.OTHER;
import static com.yuge.payment.out.channel.alipay.NegativeNotifications.UNSIGNED;
import static com.yuge.payment.out.channel.alipay.NegativeNotifications.negative;
import static com.yuge.payment.out.channel.alipay.SentNotification.closed;
import static com.yuge.payment.out.channel.alipay.SentNotification.paid;
import static com.yuge.payment.out.channel.alipay.SentNotification.refunded;
import static com.yuge.payment.out.channel.alipay.SentNotification.unpaid;

import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import java.util.List;
import java.util.stream.Stream;

/** Well-formed and mostly well-signed notifications whose content settles nothing. */
record NegativeContents(CallbackTarget target) {
  Stream<FalseCallback> all() {
    return Stream.of(accounts(), amounts(), contents(), refunds(), states()).flatMap(List::stream);
  }

  private List<FalseCallback> accounts() {
    return List.of(
        negative("another app", paid(target).with("app_id", OTHER.appId()).signed(), UNSIGNED),
        negative(
            "another app with its key",
            paid(target).with("app_id", OTHER.appId()).signed(OTHER.alipayPrivateKeyPem(), "RSA2"),
            UNSIGNED),
        negative("no app", paid(target).without("app_id").signed(), UNSIGNED),
        negative(
            "another seller",
            paid(target).with("seller_id", OTHER.sellerId()).signed(),
            "OTHER_ACCOUNT"),
        negative(
            "refund of another seller",
            refunded(target).with("seller_id", OTHER.sellerId()).signed(),
            "OTHER_ACCOUNT"));
  }

  private List<FalseCallback> amounts() {
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
                    paid(target).with("total_amount", amount).signed(),
                    amount.equals("0.00") ? "MALFORMED amount" : "MALFORMED total_amount"))
        .toList();
  }

  private List<FalseCallback> contents() {
    return List.of(
        negative(
            "no amount", paid(target).without("total_amount").signed(), "MALFORMED total_amount"),
        negative(
            "only the merchant's part",
            paid(target).without("total_amount").with("receipt_amount", "99.99").signed(),
            "MALFORMED total_amount"),
        negative(
            "dollars",
            paid(target).with("trans_currency", "USD").signed(),
            "MALFORMED trans_currency"),
        negative("no order", paid(target).without("out_trade_no").signed(), "MALFORMED payNo"),
        negative(
            "somebody else's order number",
            paid(target).with("out_trade_no", "ORDER-1").signed(),
            "MALFORMED payNo"),
        negative("no trade", paid(target).without("trade_no").signed(), "MALFORMED channelTradeNo"),
        negative("no id", paid(target).without("notify_id").signed(), "MALFORMED callbackId"),
        negative(
            "id too long",
            paid(target).with("notify_id", "1".repeat(129)).signed(),
            "MALFORMED callbackId"),
        negative(
            "time of payment out of its grammar",
            paid(target).with("gmt_payment", "today").signed(),
            "MALFORMED gmt_payment"),
        negative(
            "another type",
            paid(target).with("notify_type", "dut_user_sign").signed(),
            "MALFORMED notify_type"),
        negative("no type", paid(target).without("notify_type").signed(), "MALFORMED notify_type"));
  }

  private List<FalseCallback> refunds() {
    String foreign = "FOREIGN_REFUND";
    return List.of(
        due("partial refund", refunded(target)),
        due("only its number", paid(target).with("out_biz_no", target.refundNo())),
        negative(
            "only its time",
            paid(target).with("gmt_refund", "2026-03-01 10:03:02").signed(),
            foreign),
        negative("only its total", paid(target).with("refund_fee", "0.01").signed(), foreign),
        negative(
            "made in the merchant's portal",
            refunded(target).with("out_biz_no", "HZRF001").signed(),
            foreign),
        negative(
            "with the order's number",
            refunded(target).with("out_biz_no", target.paidNo()).signed(),
            foreign),
        due("of the whole", refunded(target).with("trade_status", "TRADE_CLOSED")),
        negative(
            "in an unknown state",
            refunded(target).with("trade_status", "REFUND_SUCCESS").signed(),
            "MALFORMED trade_status"),
        negative("forged", refunded(target), UNSIGNED));
  }

  /** It has an id of its own, because a notification makes a refund due once. */
  private static FalseCallback due(String name, SentNotification notification) {
    SentNotification own = notification.with("notify_id", name.replace(' ', '_'));
    return negative(name, own.signed(), "CHECK_DUE");
  }

  private List<FalseCallback> states() {
    return List.of(
        negative("nobody has paid", unpaid(target).signed(), "DECIDES_NOTHING WAIT_BUYER_PAY"),
        negative("closed", closed(target).signed(), "DECIDES_NOTHING TRADE_CLOSED"),
        negative(
            "closed with a time of payment",
            closed(target).with("gmt_payment", "2026-03-01 10:02:58").signed(),
            "DECIDES_NOTHING TRADE_CLOSED"),
        negative(
            "unknown state",
            paid(target).with("trade_status", "TRADE_PENDING").signed(),
            "MALFORMED trade_status"),
        negative(
            "state in lower case",
            paid(target).with("trade_status", "trade_success").signed(),
            "MALFORMED trade_status"),
        negative(
            "no state", paid(target).without("trade_status").signed(), "MALFORMED trade_status"),
        negative(
            "WeChat's state",
            paid(target).with("trade_status", "SUCCESS").signed(),
            "MALFORMED trade_status"));
  }
}
