package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.out.channel.alipay.SentNotification.closed;
import static com.yuge.payment.out.channel.alipay.SentNotification.paid;
import static com.yuge.payment.out.channel.alipay.SentNotification.refunded;
import static com.yuge.payment.out.channel.alipay.SentNotification.sent;
import static com.yuge.payment.out.channel.alipay.SentNotification.unpaid;

import com.alipay.api.internal.util.AlipaySignature;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import com.yuge.payment.out.channel.SentCallback;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Notifications that settle nothing, each with the reason in the log. */
record NegativeNotifications(CallbackTarget target) {
  static final FakeAlipayKeys OTHER = stranger();
  static final String UNSIGNED = "BAD_SIGNATURE";

  private static final Duration AHEAD_OF_UTC = Duration.ofHours(8);

  Stream<FalseCallback> all() {
    return Stream.of(forged(), altered(), replayed(), scheme(), forms()).flatMap(List::stream);
  }

  static FalseCallback negative(String name, SentNotification notification, String reason) {
    return negative(name, notification.sent(), reason);
  }

  private static FalseCallback negative(String name, SentCallback sent, String reason) {
    return new FalseCallback(name, reason, sent);
  }

  private List<FalseCallback> forged() {
    SentNotification probe = paid(target).with("notify_id", "9".repeat(34));
    return List.of(
        negative("no signature", paid(target), UNSIGNED),
        negative("empty signature", paid(target).with("sign", ""), UNSIGNED),
        negative("signature of another text", paid(target).with("sign", "success"), UNSIGNED),
        negative("signature with one letter changed", flipped(), UNSIGNED),
        negative("signature cut", paid(target).with("sign", sign().substring(4)), UNSIGNED),
        negative("signed with a stranger's key", signedBy(OTHER.alipayPrivateKeyPem()), UNSIGNED),
        negative("signed with our own app's key", signedBy(key().appPrivateKeyPem()), UNSIGNED),
        negative(
            "probe of the channel", probe.signed(OTHER.alipayPrivateKeyPem(), "RSA2"), UNSIGNED),
        negative(
            "signature by RSA, declared as RSA2",
            paid(target).signed(alipayKey(), "RSA"),
            UNSIGNED),
        negative("signed with sign_type in the text", signedWithType(), UNSIGNED));
  }

  private List<FalseCallback> altered() {
    SentNotification sent = paid(target).signed();
    SentNotification other = paid(target).with("out_trade_no", target.paidNo());
    return List.of(
        negative("amount changed", sent.with("total_amount", "0.01"), UNSIGNED),
        negative("order changed", other.signed().with("out_trade_no", target.payNo()), UNSIGNED),
        negative("trade changed", sent.with("trade_no", "2026030122001404000507654321"), UNSIGNED),
        negative("seller changed", sent.with("seller_id", OTHER.sellerId()), UNSIGNED),
        negative("time changed", sent.with("notify_time", "2026-03-01 10:03:05"), UNSIGNED),
        negative(
            "id changed", sent.with("notify_id", "2026030101222100304000001234567891"), UNSIGNED),
        negative("subject changed", sent.with("subject", "three tickets"), UNSIGNED),
        negative("parameter added", sent.with("passback_params", "x"), UNSIGNED),
        negative("parameter removed", sent.without("receipt_amount"), UNSIGNED),
        negative(
            "unpaid made paid",
            unpaid(target).signed().with("trade_status", "TRADE_SUCCESS"),
            UNSIGNED),
        negative(
            "closed made paid",
            closed(target).signed().with("trade_status", "TRADE_SUCCESS"),
            UNSIGNED),
        negative("refund made payment", refundMadePayment(), UNSIGNED),
        negative(
            "names in capitals",
            sent(sent.body().replace("total_amount", "Total_Amount")),
            UNSIGNED),
        negative("encoded twice", sent(sent.body().replace("%", "%25")), UNSIGNED),
        negative("plus signs as blanks", sent(sent.body().replace("%2B", "+")), UNSIGNED));
  }

  private List<FalseCallback> replayed() {
    return List.of(
        negative("too old", at(target.now().minus(Duration.ofHours(27))), "OUTSIDE_WINDOW"),
        negative("a year old", at(target.now().minus(Duration.ofDays(365))), "OUTSIDE_WINDOW"),
        negative("from the future", at(target.now().plus(Duration.ofHours(1))), "OUTSIDE_WINDOW"),
        negative(
            "refund too old",
            refunded(target).sentAt(target.now().minus(Duration.ofDays(3))).signed(),
            "OUTSIDE_WINDOW"),
        negative(
            "old in UTC",
            at(target.now().minus(Duration.ofDays(1)).minus(AHEAD_OF_UTC)),
            "OUTSIDE_WINDOW"),
        negative(
            "without a time",
            paid(target).without("notify_time").signed(),
            "MALFORMED notify_time"),
        negative(
            "time with a zone",
            paid(target).with("notify_time", "2026-03-01T10:03:04Z").signed(),
            "MALFORMED notify_time"),
        negative(
            "day that does not exist",
            paid(target).with("notify_time", "2026-02-30 10:03:04").signed(),
            "MALFORMED notify_time"));
  }

  private List<FalseCallback> scheme() {
    SentNotification sent = paid(target).signed();
    return List.of(
        negative(
            "RSA",
            paid(target).with("sign_type", "RSA").signed(alipayKey(), "RSA"),
            "MALFORMED sign_type"),
        negative("sign_type changed", sent.with("sign_type", "RSA"), "MALFORMED sign_type"),
        negative("sign_type in lower case", sent.with("sign_type", "rsa2"), "MALFORMED sign_type"),
        negative("sign_type MD5", sent.with("sign_type", "MD5"), "MALFORMED sign_type"),
        negative("sign_type SM2", sent.with("sign_type", "SM2"), "MALFORMED sign_type"),
        negative("sign_type absent", sent.without("sign_type"), "MALFORMED sign_type"),
        negative("charset GBK", paid(target).with("charset", "GBK").signed(), "MALFORMED charset"));
  }

  private List<FalseCallback> forms() {
    String body = paid(target).signed().body();
    return List.of(
        negative("no content type", new SentCallback("notify", Map.of(), body), "NOT_FORM"),
        negative("JSON by type", sent("application/json", body), "NOT_FORM"),
        negative("text by type", sent("text/plain", body), "NOT_FORM"),
        negative("parts by type", sent("multipart/form-data; boundary=x", body), "NOT_FORM"),
        negative(
            "charset GBK by type",
            sent("application/x-www-form-urlencoded; charset=GBK", body),
            "NOT_FORM"),
        negative("type that cannot be read", sent("form", body), "NOT_FORM"),
        negative("any type", sent("*/*", body), "NOT_FORM"),
        negative("empty", sent(""), "MALFORMED body"),
        negative("JSON", sent("{\"out_trade_no\":\"" + target.payNo() + "\"}"), "MALFORMED name"),
        negative(
            "MOCK's",
            sent("{\"payNo\":\"1\",\"callbackStatus\":\"SUCCESS\",\"signature\":\"x\"}"),
            "MALFORMED name"),
        negative(
            "WeChat's",
            sent("{\"id\":\"1\",\"event_type\":\"TRANSACTION.SUCCESS\"}"),
            "MALFORMED name"),
        negative("WeChat's with its type", sent("application/json", "{\"id\":\"1\"}"), "NOT_FORM"),
        negative("line break", sent(body + "\r\n"), "MALFORMED body"),
        negative("bytes that are not ASCII", sent(body + "&body=票"), "MALFORMED body"),
        negative("bad escape", sent(body + "&body=%zz"), "MALFORMED body"),
        negative("empty pair", sent(body + "&"), "MALFORMED name"),
        negative("amount twice", sent(body + "&total_amount=99.99"), "MALFORMED total_amount"),
        negative(
            "amount twice, first the false one",
            sent("total_amount=0.01&" + body),
            "MALFORMED total_amount"),
        negative(
            "name twice, once encoded",
            sent(body + "&total%5Famount=0.01"),
            "MALFORMED total_amount"),
        negative(
            "status twice", sent(body + "&trade_status=TRADE_SUCCESS"), "MALFORMED trade_status"),
        negative("signature twice", sent(body + "&sign=x"), "MALFORMED sign"),
        negative("too many parameters", sent(body + many()), "MALFORMED body"));
  }

  private SentNotification refundMadePayment() {
    return refunded(target)
        .with("out_trade_no", target.payNo())
        .signed()
        .without("gmt_refund")
        .without("refund_fee")
        .without("out_biz_no");
  }

  private SentNotification at(Instant at) {
    return paid(target).sentAt(at).signed();
  }

  private SentNotification signedBy(String privateKeyPem) {
    return paid(target).signed(privateKeyPem, "RSA2");
  }

  /** As a request is signed, not a notification. */
  private SentNotification signedWithType() {
    String text = AlipaySignature.getSignContent(paid(target).fields());
    return paid(target).with("sign", AlipayDesk.sign(text, alipayKey()));
  }

  private String sign() {
    return Objects.requireNonNull(paid(target).signed().fields().get("sign"));
  }

  private SentNotification flipped() {
    String sign = sign();
    char first = sign.charAt(0) == 'A' ? 'B' : 'A';
    return paid(target).with("sign", first + sign.substring(1));
  }

  private static FakeAlipayKeys key() {
    return AlipayDesk.KEYS;
  }

  /** One pair of keys is enough, and takes half the time. */
  private static FakeAlipayKeys stranger() {
    KeyPair pair = RsaPem.pair();
    String mine = RsaPem.of(pair.getPrivate());
    String theirs = RsaPem.of(pair.getPublic());
    return new FakeAlipayKeys("2021999999999999", "2088999999999999", mine, theirs, mine, theirs);
  }

  private static String alipayKey() {
    return key().alipayPrivateKeyPem();
  }

  private static String many() {
    StringBuilder many = new StringBuilder();
    IntStream.range(0, 128).forEach(i -> many.append("&p").append(i).append("=1"));
    return many.toString();
  }
}
