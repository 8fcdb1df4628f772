package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.Notice.refused;

import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Notifications with a valid signature that cannot be read, or have two meanings. */
record MalformedNotices(CallbackTarget target) {
  List<FalseCallback> all() {
    List<FalseCallback> all = new ArrayList<>();
    all.addAll(bodies());
    all.addAll(fields());
    all.addAll(secrets());
    all.addAll(events());
    return all;
  }

  private List<FalseCallback> bodies() {
    return List.of(
        body("an empty body", body -> ""),
        body("null", body -> "null"),
        body("an array", body -> "[" + body + "]"),
        body("a text", body -> "\"SUCCESS\""),
        body("no JSON", body -> body.substring(1)),
        body("two bodies", body -> body + body),
        body("the id twice", body -> body.replace("{\"id\":", "{\"id\":\"1\",\"id\":")),
        body(
            "the event twice",
            body -> body.replace("\"event_type\":", "\"event_type\":\"X\",\"event_type\":")),
        body(
            "the ciphertext twice",
            body -> body.replace("\"ciphertext\":", "\"ciphertext\":\"X\",\"ciphertext\":")));
  }

  private List<FalseCallback> fields() {
    return List.of(
        field("no id", "id", body -> body.replace("\"id\"", "\"no_id\"")),
        field("a number as id", "id", body -> body.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":1")),
        field("an empty id", "id", body -> body.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"\"")),
        field("a long id", "callbackId", body -> body.replace("0fd35fb1", "0".repeat(64))),
        field("no event", "event_type", body -> body.replace("event_type", "event")),
        field("no resource", "algorithm", body -> body.replace("\"resource\"", "\"resources\"")),
        field("no algorithm", "algorithm", body -> body.replace("\"algorithm\"", "\"a\"")),
        field("another algorithm", "algorithm", body -> body.replace("AES_256", "SM4_128")),
        field("an algorithm in lower case", "algorithm", body -> body.replace("AEAD", "aead")));
  }

  private List<FalseCallback> secrets() {
    return List.of(
        field("no ciphertext", "ciphertext", body -> body.replace("\"ciphertext\"", "\"c\"")),
        field("no nonce", "nonce", body -> body.replace("\"nonce\"", "\"n\"")),
        field("another nonce", "ciphertext", body -> body.replace("aabbcc", "ccbbaa")),
        field(
            "other associated data",
            "ciphertext",
            body ->
                body.replace("\"associated_data\":\"transaction\"", "\"associated_data\":\"\"")),
        field("no associated data", "ciphertext", body -> body.replace("associated_data", "a")),
        field(
            "half a ciphertext", "ciphertext", body -> cipher(body, text -> text.substring(0, 96))),
        field("a short ciphertext", "ciphertext", body -> cipher(body, text -> "AAAA")),
        field("no Base64", "ciphertext", body -> cipher(body, text -> "*" + text)),
        field("an altered ciphertext", "ciphertext", body -> cipher(body, text -> "AAAA" + text)),
        secret(
            "encrypted for another key",
            Notice.ofPayment(target).encryptedFor(WechatBench.OTHER_API_KEY)),
        secret(
            "a refund for another key",
            Notice.ofRefund(target).encryptedFor(WechatBench.OTHER_API_KEY)),
        refused("an encrypted text", "MALFORMED body", Notice.ofPayment(target).content("SUCCESS")),
        refused("an encrypted array", "MALFORMED body", Notice.ofPayment(target).content("[]")),
        refused(
            "an amount that is a text",
            "MALFORMED ciphertext",
            Notice.ofPayment(target).saying("\"total\":9999", "\"total\":\"much\"")),
        refused(
            "an amount with a fraction",
            "MALFORMED ciphertext",
            Notice.ofPayment(target).saying("\"total\":9999", "\"total\":99.99")),
        refused(
            "an amount that no int holds",
            "MALFORMED ciphertext",
            Notice.ofPayment(target).saying("\"total\":9999", "\"total\":2147483648")));
  }

  private List<FalseCallback> events() {
    return List.of(
        event("a payment that failed", Notice.ofPayment(target).event("TRANSACTION.FAIL")),
        event("a coupon", Notice.ofPayment(target).event("COUPON.USE")),
        event("an event in lower case", Notice.ofPayment(target).event("transaction.success")),
        event("a refund at the payments", Notice.ofRefund(target).at("payments")),
        event("a payment at the refunds", Notice.ofPayment(target).at("refunds")),
        event("a refund under way", Notice.ofRefund(target).event("REFUND.PROCESSING")),
        event(
            "an event of refunds that is not known", Notice.ofRefund(target).event("REFUND.DONE")));
  }

  private FalseCallback body(String name, UnaryOperator<String> change) {
    return refused(name, "MALFORMED body", Notice.ofPayment(target).body(change));
  }

  private FalseCallback field(String name, String field, UnaryOperator<String> change) {
    return refused(name, "MALFORMED " + field, Notice.ofPayment(target).body(change));
  }

  private FalseCallback secret(String name, Notice notice) {
    return refused(name, "MALFORMED ciphertext", notice);
  }

  private FalseCallback event(String name, Notice notice) {
    return refused(name, "MALFORMED event_type", notice);
  }

  private static String cipher(String body, UnaryOperator<String> change) {
    int start = body.indexOf("\"ciphertext\":\"") + "\"ciphertext\":\"".length();
    int end = body.indexOf('"', start);
    return body.substring(0, start)
        + change.apply(body.substring(start, end))
        + body.substring(end);
  }
}
