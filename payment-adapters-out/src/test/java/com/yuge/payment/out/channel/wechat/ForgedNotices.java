package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.Notice.refused;

import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import com.yuge.payment.out.channel.SentCallback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Notifications that WeChat Pay did not sign, or not now, or not like this. */
record ForgedNotices(CallbackTarget target) {
  private static final String BAD = "BAD_SIGNATURE";
  private static final String LATE = "OUTSIDE_WINDOW";

  List<FalseCallback> all() {
    List<FalseCallback> all = new ArrayList<>();
    all.addAll(keys());
    all.addAll(bodies());
    all.addAll(headers());
    all.addAll(times());
    all.addAll(otherChannels());
    all.addAll(types());
    return all;
  }

  private List<FalseCallback> keys() {
    return List.of(
        bad("signed by a stranger", genuine().signedBy(WechatBench.STRANGER.getPrivate())),
        bad("signed by the merchant", genuine().signedBy(WechatBench.MERCHANT.getPrivate())),
        bad("the serial of another key", serial("PUB_KEY_ID_2")),
        bad("the serial of a certificate", serial(WechatBench.MERCHANT_SERIAL)),
        bad("the serial in lower case", serial(WechatBench.KEY_ID.toLowerCase(Locale.ROOT))),
        bad("an empty serial", serial("")),
        bad("signed with SHA-1", genuine().signedWith("SHA1withRSA")),
        bad("signed with SHA-512", genuine().signedWith("SHA512withRSA")),
        bad("said to be signed with SM2", type("WECHATPAY2-SM2-WITH-SM3")),
        bad("an empty type of signature", type("")));
  }

  private List<FalseCallback> bodies() {
    return List.of(
        bad("a blank more", genuine().altered(body -> body + " ")),
        bad("another event", genuine().altered(body -> body.replace("SUCCESS", "CLOSED"))),
        bad("another id", genuine().altered(body -> body.replace("0fd35fb1", "0fd35fb2"))),
        bad("half a body", genuine().altered(body -> body.substring(0, body.length() / 2))),
        bad("no body any more", genuine().altered(body -> "")),
        bad("a text of another charset", genuine().altered(body -> body.replace("told", "\u544a"))),
        bad("no signed body at all", genuine().altered(body -> "{}")));
  }

  private List<FalseCallback> headers() {
    String probe = signatureOf(genuine());
    String other = signatureOf(Notice.ofRefund(target));
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
        bad("another time", time(String.valueOf(target.now().getEpochSecond() + 1))),
        bad("a time in milliseconds", time(String.valueOf(target.now().toEpochMilli()))),
        bad("a time in words", time("now")),
        bad("a time before 1970", time("-772416184")),
        bad("no time at all", time("")));
  }

  private List<FalseCallback> times() {
    return List.of(
        refused("a second too late", LATE, aged(Duration.ofSeconds(301))),
        refused("replayed an hour later", LATE, aged(Duration.ofHours(1))),
        refused("replayed a year later", LATE, aged(Duration.ofDays(365))),
        refused("an hour too early", LATE, aged(Duration.ofHours(-1))),
        refused("a day too early", LATE, aged(Duration.ofDays(-1))),
        refused("a refund replayed", LATE, Notice.ofRefund(target).aged(Duration.ofHours(1))),
        refused("replayed and malformed", LATE, aged(Duration.ofHours(1)).body(body -> "")));
  }

  private List<FalseCallback> otherChannels() {
    String mock =
        "{\"payNo\":\"%s\",\"callbackStatus\":\"SUCCESS\",\"signature\":\"%s\"}"
            .formatted(target.payNo(), "0".repeat(32));
    Map<String, String> hmac =
        Map.of(
            "Content-Type", "application/json",
            "X-Payment-Signature-Version", "3",
            "X-Payment-Signature", "0".repeat(64));
    String form = "trade_status=TRADE_SUCCESS&total_amount=99.99&sign_type=RSA2&sign=AAAA";
    return List.of(
        new FalseCallback(
            "MOCK's MD5", BAD, sent(Map.of("Content-Type", "application/json"), mock)),
        new FalseCallback("MOCK's HMAC", BAD, sent(hmac, mock)),
        new FalseCallback("Alipay's form said to be JSON", BAD, sent(hmac, form)),
        new FalseCallback(
            "Alipay's form",
            "NOT_JSON",
            sent(Map.of("Content-Type", "application/x-www-form-urlencoded"), form)));
  }

  private List<FalseCallback> types() {
    return List.of(
        new FalseCallback("no content type", "NOT_JSON", genuine().sent().without("Content-Type")),
        type("plain text", "text/plain"),
        type("XML, as version 2 sends it", "text/xml"),
        type("another charset", "application/json;charset=GBK"),
        type("a type that cannot be read", "json"));
  }

  private Notice genuine() {
    return Notice.ofPayment(target);
  }

  private FalseCallback bad(String name, Notice notice) {
    return refused(name, BAD, notice);
  }

  private FalseCallback without(String header) {
    return new FalseCallback("without " + header, BAD, genuine().sent().without(header));
  }

  private FalseCallback type(String name, String contentType) {
    return refused(name, "NOT_JSON", genuine().header("Content-Type", contentType));
  }

  private Notice serial(String value) {
    return genuine().header("Wechatpay-Serial", value);
  }

  private Notice type(String value) {
    return genuine().header("Wechatpay-Signature-Type", value);
  }

  private Notice signature(String value) {
    return genuine().header("Wechatpay-Signature", value);
  }

  private Notice time(String value) {
    return genuine().header("Wechatpay-Timestamp", value);
  }

  private Notice aged(Duration age) {
    return genuine().aged(age);
  }

  private static String signatureOf(Notice notice) {
    return Objects.requireNonNull(notice.sent().headers().get("Wechatpay-Signature"));
  }

  private static SentCallback sent(Map<String, String> headers, String body) {
    return new SentCallback("payments", headers, body);
  }
}
