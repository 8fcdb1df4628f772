package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;

import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.out.channel.wechat.WechatCallbackCorpusTest.Case;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Notifications that WeChat Pay did not sign, or not now, or not like this. */
final class ForgedNotices {
  private static final String BAD = "BAD_SIGNATURE";
  private static final String LATE = "OUTSIDE_WINDOW";

  private ForgedNotices() {}

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    all.addAll(keys());
    all.addAll(bodies());
    all.addAll(headers());
    all.addAll(times());
    all.addAll(otherChannels());
    all.addAll(types());
    return all;
  }

  private static List<Case> keys() {
    return List.of(
        bad("signed by a stranger", genuine().signedBy(WechatBench.STRANGER.getPrivate())),
        bad("signed by the merchant", genuine().signedBy(WechatBench.MERCHANT.getPrivate())),
        bad("the serial of another key", serial("PUB_KEY_ID_2")),
        bad("the serial of a certificate", serial("5157F09EFDC096DE15EBE81A47057A7232F1B8E1")),
        bad("the serial in lower case", serial(WechatBench.KEY_ID.toLowerCase(Locale.ROOT))),
        bad("an empty serial", serial("")),
        bad("signed with SHA-1", genuine().signedWith("SHA1withRSA")),
        bad("signed with SHA-512", genuine().signedWith("SHA512withRSA")),
        bad("said to be signed with SM2", type("WECHATPAY2-SM2-WITH-SM3")),
        bad("an empty type of signature", type("")));
  }

  private static List<Case> bodies() {
    return List.of(
        bad("a blank more", genuine().altered(body -> body + " ")),
        bad("another event", genuine().altered(body -> body.replace("SUCCESS", "CLOSED"))),
        bad("another id", genuine().altered(body -> body.replace("0fd35fb1", "0fd35fb2"))),
        bad("half a body", genuine().altered(body -> body.substring(0, body.length() / 2))),
        bad("no body any more", genuine().altered(body -> "")),
        bad("a text of another charset", genuine().altered(body -> body.replace("told", "\u544a"))),
        bad("no signed body at all", genuine().altered(body -> "{}")));
  }

  private static List<Case> headers() {
    String probe = genuine().raw().header("Wechatpay-Signature").orElseThrow();
    String other = Notice.ofRefund().raw().header("Wechatpay-Signature").orElseThrow();
    return List.of(
        without("Wechatpay-Timestamp"),
        without("Wechatpay-Nonce"),
        without("Wechatpay-Serial"),
        without("Wechatpay-Signature"),
        bad("an empty signature", signature("")),
        bad("a signature that is not Base64", signature("*")),
        bad("a signature of three bytes", signature("AAAA")),
        bad("the signature of another notification", signature(other)),
        bad("a probe", signature("WECHATPAY/SIGNTEST/" + probe)),
        bad("a probe of its own", signature("WECHATPAY/SIGNTEST/AAAA")),
        bad("the signature twice", signature(probe + probe)),
        bad("another time", time(String.valueOf(NOW.getEpochSecond() + 1))),
        bad("a time in milliseconds", time(String.valueOf(NOW.toEpochMilli()))),
        bad("a time in words", time("now")),
        bad("a time before 1970", time("-772416184")),
        bad("no time at all", time("")));
  }

  private static List<Case> times() {
    return List.of(
        Case.of("a second too late", LATE, aged(Duration.ofSeconds(301))),
        Case.of("replayed an hour later", LATE, aged(Duration.ofHours(1))),
        Case.of("replayed a year later", LATE, aged(Duration.ofDays(365))),
        Case.of("a second too early", LATE, aged(Duration.ofSeconds(-301))),
        Case.of("a day too early", LATE, aged(Duration.ofDays(-1))),
        Case.of("a refund replayed", LATE, Notice.ofRefund().aged(Duration.ofHours(1))),
        Case.of("replayed and malformed", LATE, aged(Duration.ofHours(1)).body(body -> "")));
  }

  private static List<Case> otherChannels() {
    String mock =
        "{\"payNo\":\"%s\",\"callbackStatus\":\"SUCCESS\",\"signature\":\"%s\"}"
            .formatted(Notice.PAY_NO, "0".repeat(32));
    Map<String, String> hmac =
        Map.of(
            "Content-Type", "application/json",
            "X-Payment-Signature-Version", "3",
            "X-Payment-Signature", "0".repeat(64));
    String form = "trade_status=TRADE_SUCCESS&total_amount=99.99&sign_type=RSA2&sign=AAAA";
    return List.of(
        new Case("MOCK's MD5", BAD, raw(Map.of("Content-Type", "application/json"), mock)),
        new Case("MOCK's HMAC", BAD, raw(hmac, mock)),
        new Case("Alipay's form said to be JSON", BAD, raw(hmac, form)),
        new Case(
            "Alipay's form",
            "NOT_JSON",
            raw(Map.of("Content-Type", "application/x-www-form-urlencoded"), form)));
  }

  private static List<Case> types() {
    return List.of(
        new Case("no content type", "NOT_JSON", genuine().without("Content-Type")),
        type("plain text", "text/plain"),
        type("XML, as version 2 sends it", "text/xml"),
        type("another charset", "application/json;charset=GBK"),
        type("a type that cannot be read", "json"));
  }

  private static Notice genuine() {
    return Notice.ofPayment();
  }

  private static Case bad(String name, Notice notice) {
    return Case.of(name, BAD, notice);
  }

  private static Case without(String header) {
    return new Case("without " + header, BAD, genuine().without(header));
  }

  private static Case type(String name, String contentType) {
    return Case.of(name, "NOT_JSON", genuine().header("Content-Type", contentType));
  }

  private static Notice serial(String value) {
    return genuine().header("Wechatpay-Serial", value);
  }

  private static Notice type(String value) {
    return genuine().header("Wechatpay-Signature-Type", value);
  }

  private static Notice signature(String value) {
    return genuine().header("Wechatpay-Signature", value);
  }

  private static Notice time(String value) {
    return genuine().header("Wechatpay-Timestamp", value);
  }

  private static Notice aged(Duration age) {
    return genuine().aged(age);
  }

  private static RawCallback raw(Map<String, String> headers, String body) {
    return new RawCallback("payments", headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
