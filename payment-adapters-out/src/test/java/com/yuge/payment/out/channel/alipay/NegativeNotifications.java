package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.out.channel.alipay.SentNotification.paid;
import static com.yuge.payment.out.channel.alipay.SentNotification.raw;
import static com.yuge.payment.out.channel.alipay.SentNotification.refunded;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.alipay.api.internal.util.AlipaySignature;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.domain.callback.RawCallback;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Notifications that settle nothing, each with the reason in the log. */
final class NegativeNotifications {
  static final FakeAlipayKeys OTHER = FakeAlipayKeys.generate();
  static final String UNSIGNED = "BAD_SIGNATURE";

  private NegativeNotifications() {}

  static Stream<Arguments> cases() {
    Stream<Collection<Arguments>> forms =
        Stream.of(forged(), altered(), replayed(), scheme(), forms());
    return Stream.concat(forms, NegativeContents.all()).flatMap(Collection::stream);
  }

  static Arguments negative(String name, SentNotification sent, String expected) {
    return negative(name, sent.raw(), expected);
  }

  private static Arguments negative(String name, RawCallback sent, String expected) {
    return arguments(name, sent, expected);
  }

  private static Collection<Arguments> forged() {
    SentNotification probe = paid().with("notify_id", "9".repeat(34));
    return List.of(
        negative("no signature", paid(), UNSIGNED),
        negative("empty signature", paid().with("sign", ""), UNSIGNED),
        negative("signature of another text", paid().with("sign", "success"), UNSIGNED),
        negative("signature with one letter changed", flipped(), UNSIGNED),
        negative("signature cut", paid().with("sign", sign().substring(4)), UNSIGNED),
        negative("signed with a stranger's key", signedBy(OTHER.alipayPrivateKeyPem()), UNSIGNED),
        negative("signed with our own app's key", signedBy(key().appPrivateKeyPem()), UNSIGNED),
        negative(
            "probe of the channel", probe.signed(OTHER.alipayPrivateKeyPem(), "RSA2"), UNSIGNED),
        negative("signature by RSA, declared as RSA2", paid().signed(alipayKey(), "RSA"), UNSIGNED),
        negative("signed with sign_type in the text", signedWithType(), UNSIGNED));
  }

  private static Collection<Arguments> altered() {
    SentNotification sent = paid().signed();
    return List.of(
        negative("amount changed", sent.with("total_amount", "0.01"), UNSIGNED),
        negative("order changed", sent.with("out_trade_no", otherPayNo()), UNSIGNED),
        negative("trade changed", sent.with("trade_no", "2026030122001404000507654321"), UNSIGNED),
        negative("seller changed", sent.with("seller_id", OTHER.sellerId()), UNSIGNED),
        negative("time changed", sent.with("notify_time", "2026-03-01 10:03:05"), UNSIGNED),
        negative(
            "id changed", sent.with("notify_id", "2026030101222100304000001234567891"), UNSIGNED),
        negative("subject changed", sent.with("subject", "three tickets"), UNSIGNED),
        negative("parameter added", sent.with("passback_params", "x"), UNSIGNED),
        negative("parameter removed", sent.without("receipt_amount"), UNSIGNED),
        negative(
            "unpaid made paid", unpaid().signed().with("trade_status", "TRADE_SUCCESS"), UNSIGNED),
        negative(
            "closed made paid", closed().signed().with("trade_status", "TRADE_SUCCESS"), UNSIGNED),
        negative("refund made payment", refunded().signed().without("gmt_refund"), UNSIGNED),
        negative(
            "names in capitals",
            raw(sent.body().replace("total_amount", "Total_Amount")),
            UNSIGNED),
        negative("encoded twice", raw(sent.body().replace("%", "%25")), UNSIGNED),
        negative("plus signs as blanks", raw(sent.body().replace("%2B", "+")), UNSIGNED));
  }

  private static Collection<Arguments> replayed() {
    return List.of(
        negative("too old", at(NOW.minus(Duration.ofHours(27))), "OUTSIDE_WINDOW"),
        negative("a year old", at(NOW.minus(Duration.ofDays(365))), "OUTSIDE_WINDOW"),
        negative("from the future", at(NOW.plus(Duration.ofMinutes(6))), "OUTSIDE_WINDOW"),
        negative(
            "refund too old",
            refunded().sentAt(NOW.minus(Duration.ofDays(3))).signed(),
            "OUTSIDE_WINDOW"),
        negative(
            "old in UTC",
            paid().with("notify_time", "2026-02-28 02:03:04").signed(),
            "OUTSIDE_WINDOW"),
        negative("without a time", paid().without("notify_time").signed(), "MALFORMED notify_time"),
        negative(
            "time with a zone",
            paid().with("notify_time", "2026-03-01T10:03:04Z").signed(),
            "MALFORMED notify_time"),
        negative(
            "day that does not exist",
            paid().with("notify_time", "2026-02-30 10:03:04").signed(),
            "MALFORMED notify_time"));
  }

  private static Collection<Arguments> scheme() {
    SentNotification sent = paid().signed();
    return List.of(
        negative(
            "RSA",
            paid().with("sign_type", "RSA").signed(alipayKey(), "RSA"),
            "MALFORMED sign_type"),
        negative("sign_type changed", sent.with("sign_type", "RSA"), "MALFORMED sign_type"),
        negative("sign_type in lower case", sent.with("sign_type", "rsa2"), "MALFORMED sign_type"),
        negative("sign_type MD5", sent.with("sign_type", "MD5"), "MALFORMED sign_type"),
        negative("sign_type SM2", sent.with("sign_type", "SM2"), "MALFORMED sign_type"),
        negative("sign_type absent", sent.without("sign_type"), "MALFORMED sign_type"),
        negative("charset GBK", paid().with("charset", "GBK").signed(), "MALFORMED charset"));
  }

  private static Collection<Arguments> forms() {
    String body = paid().signed().body();
    return List.of(
        negative(
            "no content type",
            new RawCallback("notify", Map.of(), body.getBytes(US_ASCII)),
            "NOT_FORM"),
        negative("JSON by type", raw("application/json", body), "NOT_FORM"),
        negative("text by type", raw("text/plain", body), "NOT_FORM"),
        negative("parts by type", raw("multipart/form-data; boundary=x", body), "NOT_FORM"),
        negative(
            "charset GBK by type",
            raw("application/x-www-form-urlencoded; charset=GBK", body),
            "NOT_FORM"),
        negative("type that cannot be read", raw("form", body), "NOT_FORM"),
        negative("any type", raw("*/*", body), "NOT_FORM"),
        negative("empty", raw(""), "MALFORMED body"),
        negative(
            "JSON",
            raw("{\"out_trade_no\":\"" + SentNotification.PAY_NO + "\"}"),
            "MALFORMED name"),
        negative(
            "MOCK's",
            raw("{\"payNo\":\"1\",\"callbackStatus\":\"SUCCESS\",\"signature\":\"x\"}"),
            "MALFORMED name"),
        negative(
            "WeChat's",
            raw("{\"id\":\"1\",\"event_type\":\"TRANSACTION.SUCCESS\"}"),
            "MALFORMED name"),
        negative("WeChat's with its type", raw("application/json", "{\"id\":\"1\"}"), "NOT_FORM"),
        negative("line break", raw(body + "\r\n"), "MALFORMED body"),
        negative("bytes that are not ASCII", raw(body + "&body=票"), "MALFORMED body"),
        negative("bad escape", raw(body + "&body=%zz"), "MALFORMED body"),
        negative("empty pair", raw(body + "&"), "MALFORMED name"),
        negative("amount twice", raw(body + "&total_amount=99.99"), "MALFORMED total_amount"),
        negative(
            "amount twice, first the false one",
            raw("total_amount=0.01&" + body),
            "MALFORMED total_amount"),
        negative(
            "name twice, once encoded",
            raw(body + "&total%5Famount=0.01"),
            "MALFORMED total_amount"),
        negative(
            "status twice", raw(body + "&trade_status=TRADE_SUCCESS"), "MALFORMED trade_status"),
        negative("signature twice", raw(body + "&sign=x"), "MALFORMED sign"),
        negative("too many parameters", raw(body + many()), "MALFORMED body"));
  }

  static SentNotification unpaid() {
    return paid().without("gmt_payment").with("trade_status", "WAIT_BUYER_PAY");
  }

  static SentNotification closed() {
    return paid().without("gmt_payment").with("trade_status", "TRADE_CLOSED");
  }

  private static SentNotification at(Instant at) {
    return paid().sentAt(at).signed();
  }

  private static SentNotification signedBy(String privateKeyPem) {
    return paid().signed(privateKeyPem, "RSA2");
  }

  /** As a request is signed, not a notification. */
  private static SentNotification signedWithType() {
    String text = AlipaySignature.getSignContent(paid().fields());
    return paid().with("sign", AlipayDesk.sign(text, alipayKey()));
  }

  private static String sign() {
    return Objects.requireNonNull(paid().signed().fields().get("sign"));
  }

  private static SentNotification flipped() {
    String sign = sign();
    char first = sign.charAt(0) == 'A' ? 'B' : 'A';
    return paid().with("sign", first + sign.substring(1));
  }

  private static FakeAlipayKeys key() {
    return AlipayDesk.KEYS;
  }

  private static String alipayKey() {
    return key().alipayPrivateKeyPem();
  }

  static String otherPayNo() {
    return SentNotification.PAY_NO.replace("042", "142");
  }

  private static String many() {
    StringBuilder many = new StringBuilder();
    IntStream.range(0, 128).forEach(i -> many.append("&p").append(i).append("=1"));
    return many.toString();
  }
}
