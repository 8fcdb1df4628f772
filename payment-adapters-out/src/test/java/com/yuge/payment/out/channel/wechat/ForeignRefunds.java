package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.Notice.refused;

import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import java.util.List;

/** Notifications by WeChat Pay that decide no refund of ours. */
record ForeignRefunds(CallbackTarget target) {
  List<FalseCallback> all() {
    return List.of(
        refused(
            "a refund at another merchant",
            "OTHER_ACCOUNT",
            Notice.ofRefund(target).saying(WechatBench.MCH_ID, "1900000002")),
        refused(
            "a refund at no merchant",
            "OTHER_ACCOUNT",
            Notice.ofRefund(target).saying("\"mchid\"", "\"sp_mchid\"")),
        bad(
            "refund_status",
            "a payment said to be a refund",
            Notice.ofRefund(target).content(Notice.paid(target))),
        bad("refund_status", "done, and abnormal", saying("SUCCESS", "ABNORMAL")),
        bad(
            "refund_status",
            "abnormal, and done",
            Notice.ofRefund(target).event("REFUND.ABNORMAL")),
        bad("refund_status", "closed, and done", Notice.ofRefund(target).event("REFUND.CLOSED")),
        bad("refund_status", "done, and under way", saying("SUCCESS", "PROCESSING")),
        bad("refund_status", "a state of refunds that is not known", saying("SUCCESS", "DONE")),
        bad("refund_status", "no state of the refund", saying("refund_status", "status")),
        bad("out_refund_no", "a refund that is not ours", saying(target.refundNo(), "1")),
        bad("out_refund_no", "a payment's number", saying("\"REF2", "\"PAY2")),
        bad("out_refund_no", "no number of the refund", saying("out_refund_no", "refund_no")),
        bad("refund_id", "no number of WeChat Pay's", saying("\"refund_id\"", "\"id\"")),
        bad("amount", "nothing went back", saying("\"refund\":4000", "\"refund\":0")),
        bad("amount", "less than nothing went back", saying("\"refund\":4000", "\"refund\":-1")),
        bad("amount", "only what the payer got", saying("\"refund\":4000,", "")),
        bad("amount", "no amount of the refund", saying("\"amount\"", "\"amounts\"")),
        bad("success_time", "a refund's time that is none", saying("2026-03-01T10", "today T")),
        bad("body", "two refunds", saying("\"refund\":4000", "\"refund\":1,\"refund\":4000")));
  }

  private Notice saying(String before, String after) {
    return Notice.ofRefund(target).saying(before, after);
  }

  private FalseCallback bad(String field, String name, Notice notice) {
    return refused(name, "MALFORMED " + field, notice);
  }
}
