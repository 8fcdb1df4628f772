package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.out.channel.wechat.WechatCallbackCorpusTest.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Notifications with a valid signature that cannot be read, or have two meanings. */
final class MalformedNotices {
  private MalformedNotices() {}

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    all.addAll(bodies());
    all.addAll(fields());
    all.addAll(secrets());
    all.addAll(events());
    return all;
  }

  private static List<Case> bodies() {
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

  private static List<Case> fields() {
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

  private static List<Case> secrets() {
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
            Notice.ofPayment().encryptedFor(WechatBench.OTHER_API_KEY)),
        secret(
            "a refund for another key", Notice.ofRefund().encryptedFor(WechatBench.OTHER_API_KEY)),
        Case.of("an encrypted text", "MALFORMED body", Notice.ofPayment().content("SUCCESS")),
        Case.of("an encrypted array", "MALFORMED body", Notice.ofPayment().content("[]")),
        Case.of(
            "an amount that is a text",
            "MALFORMED ciphertext",
            Notice.ofPayment().saying("\"total\":9999", "\"total\":\"much\"")),
        Case.of(
            "an amount with a fraction",
            "MALFORMED ciphertext",
            Notice.ofPayment().saying("\"total\":9999", "\"total\":99.99")),
        Case.of(
            "an amount that no int holds",
            "MALFORMED ciphertext",
            Notice.ofPayment().saying("\"total\":9999", "\"total\":2147483648")));
  }

  private static List<Case> events() {
    return List.of(
        event("a payment that failed", Notice.ofPayment().event("TRANSACTION.FAIL")),
        event("a coupon", Notice.ofPayment().event("COUPON.USE")),
        event("an event in lower case", Notice.ofPayment().event("transaction.success")),
        event("a refund at the payments", Notice.ofRefund().at("payments")),
        event("a payment at the refunds", Notice.ofPayment().at("refunds")),
        event("a refund under way", Notice.ofRefund().event("REFUND.PROCESSING")),
        event("an event of refunds that is not known", Notice.ofRefund().event("REFUND.DONE")));
  }

  private static Case body(String name, UnaryOperator<String> change) {
    return Case.of(name, "MALFORMED body", Notice.ofPayment().body(change));
  }

  private static Case field(String name, String field, UnaryOperator<String> change) {
    return Case.of(name, "MALFORMED " + field, Notice.ofPayment().body(change));
  }

  private static Case secret(String name, Notice notice) {
    return Case.of(name, "MALFORMED ciphertext", notice);
  }

  private static Case event(String name, Notice notice) {
    return Case.of(name, "MALFORMED event_type", notice);
  }

  private static String cipher(String body, UnaryOperator<String> change) {
    int start = body.indexOf("\"ciphertext\":\"") + "\"ciphertext\":\"".length();
    int end = body.indexOf('"', start);
    return body.substring(0, start)
        + change.apply(body.substring(start, end))
        + body.substring(end);
  }
}
