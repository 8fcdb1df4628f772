package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.Notice.refused;

import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import java.util.ArrayList;
import java.util.List;

/** Notifications by WeChat Pay that are no payment of an order of ours. */
record ForeignPayments(CallbackTarget target) {
  List<FalseCallback> all() {
    List<FalseCallback> all = new ArrayList<>();
    all.addAll(accounts());
    all.addAll(states());
    all.addAll(amounts());
    all.addAll(fields());
    return all;
  }

  private List<FalseCallback> accounts() {
    return List.of(
        other("another merchant", WechatBench.MCH_ID, "1900000002"),
        other("another app", WechatBench.APP_ID, "wx00000000000000a2"),
        other("no merchant", "\"mchid\"", "\"sp_mchid\""),
        other("no app", "\"appid\"", "\"sp_appid\""),
        refused(
            "a refund said to be a payment",
            "OTHER_ACCOUNT",
            Notice.ofPayment(target).content(Notice.refunded(target))));
  }

  private List<FalseCallback> states() {
    return List.of(
        state("refunded", "REFUND"),
        state("closed", "CLOSED"),
        state("not paid", "NOTPAY"),
        state("revoked", "REVOKED"),
        state("being paid", "USERPAYING"),
        state("failed", "PAYERROR"),
        state("accepted", "ACCEPT"),
        state("in a state that is not known", "PAID"),
        bad("trade_state", "no state", "\"trade_state\"", "\"state\""));
  }

  private List<FalseCallback> amounts() {
    return List.of(
        bad("amount", "nothing was paid", "\"total\":9999", "\"total\":0"),
        bad("amount", "less than nothing was paid", "\"total\":9999", "\"total\":-9999"),
        bad("amount", "only what the payer paid", "\"total\":9999,", ""),
        bad("amount", "no amount", "\"amount\"", "\"amounts\""),
        bad("currency", "dollars", "\"currency\":\"CNY\"", "\"currency\":\"USD\""),
        bad("currency", "no currency", "\"currency\":\"CNY\",", ""),
        bad("body", "two amounts", "\"total\":9999", "\"total\":1,\"total\":9999"));
  }

  private List<FalseCallback> fields() {
    return List.of(
        bad("out_trade_no", "a number that is not ours", target.payNo(), "ORDER-1"),
        bad("out_trade_no", "a refund's number", "\"PAY2", "\"REF2"),
        bad("out_trade_no", "no number", "\"out_trade_no\"", "\"trade_no\""),
        bad("body", "two numbers", "{\"mchid\"", "{\"out_trade_no\":\"X\",\"mchid\""),
        bad("transaction_id", "no trade", "\"transaction_id\"", "\"id\""),
        bad("transaction_id", "a trade with a blank", "4200001234", "42 0001234"),
        bad("transaction_id", "a trade without digits", "4200001234202603010000000001", ""),
        bad("success_time", "a time that is none", "2026-03-01T10:03:01+08:00", "today"),
        bad("success_time", "a day that is none", "2026-03-01", "2026-02-30"),
        bad("trade_type", "another product", "\"NATIVE\"", "\"MICROPAY\""),
        bad("trade_type", "no product", "\"trade_type\"", "\"type\""));
  }

  private FalseCallback other(String name, String before, String after) {
    return refused(name, "OTHER_ACCOUNT", Notice.ofPayment(target).saying(before, after));
  }

  private FalseCallback state(String name, String state) {
    return bad("trade_state", name, "\"SUCCESS\"", "\"" + state + "\"");
  }

  private FalseCallback bad(String field, String name, String before, String after) {
    return refused(name, "MALFORMED " + field, Notice.ofPayment(target).saying(before, after));
  }
}
