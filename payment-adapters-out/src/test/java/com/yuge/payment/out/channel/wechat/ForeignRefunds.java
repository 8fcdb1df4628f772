package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.out.channel.wechat.WechatCallbackCorpusTest.Case;
import java.util.List;

/** Notifications by WeChat Pay that decide no refund of ours. */
final class ForeignRefunds {
  private ForeignRefunds() {}

  static List<Case> all() {
    return List.of(
        Case.of(
            "a refund at another merchant",
            "OTHER_ACCOUNT",
            Notice.ofRefund().saying(WechatBench.MCH_ID, "1900000002")),
        Case.of(
            "a refund at no merchant",
            "OTHER_ACCOUNT",
            Notice.ofRefund().saying("\"mchid\"", "\"sp_mchid\"")),
        bad(
            "refund_status",
            "a payment said to be a refund",
            Notice.ofRefund().content(Notice.PAID)),
        bad("refund_status", "done, and abnormal", saying("SUCCESS", "ABNORMAL")),
        bad("refund_status", "abnormal, and done", Notice.ofRefund().event("REFUND.ABNORMAL")),
        bad("refund_status", "closed, and done", Notice.ofRefund().event("REFUND.CLOSED")),
        bad("refund_status", "done, and under way", saying("SUCCESS", "PROCESSING")),
        bad("refund_status", "a state of refunds that is not known", saying("SUCCESS", "DONE")),
        bad("refund_status", "no state of the refund", saying("refund_status", "status")),
        bad("out_refund_no", "a refund that is not ours", saying(Notice.REFUND_NO, "1")),
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

  private static Notice saying(String before, String after) {
    return Notice.ofRefund().saying(before, after);
  }

  private static Case bad(String field, String name, Notice notice) {
    return Case.of(name, "MALFORMED " + field, notice);
  }
}
