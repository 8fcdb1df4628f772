package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.yuge.payment.app.e2e.RealChannels;
import com.yuge.payment.app.hostile.LoggedCallbacks.Line;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import com.yuge.payment.out.channel.SentCallback;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;

/** Sends callbacks of one channel, and checks the answer, the log and all other tables. */
final class CallbackCheck {
  private static final String CHECK_DUE = "CHECK_DUE";
  private static final Set<String> CHANGED_BY_DUE = Set.of("t_pay_refund", "t_pay_reconcile_audit");
  private static final int ACKNOWLEDGED = 200;

  private final RealChannels channels;
  private final String channel;
  private final CallbackTarget target;
  private final Tables tables;
  private final LoggedCallbacks log;
  private final TargetRefund refund;

  CallbackCheck(RealChannels channels, String channel, CallbackTarget target) {
    this.channels = channels;
    this.channel = channel;
    this.target = target;
    this.tables = new Tables(channels.database().jdbc());
    this.log = new LoggedCallbacks(channels.database().jdbc());
    this.refund = new TargetRefund(channels.database().jdbc(), target.refundNo());
  }

  DynamicTest test(FalseCallback bad) {
    return dynamicTest(
        bad.name(),
        () -> {
          if (bad.logged().equals(CHECK_DUE)) {
            onlyMakesTheRefundDue(bad.name(), bad.sent());
          } else {
            changesNothing(bad);
          }
        });
  }

  private void changesNothing(FalseCallback bad) throws Exception {
    Map<String, Long> before = tables.checksums();
    int http = http(bad.logged());
    String result = http == ACKNOWLEDGED ? "IGNORED" : "FAILED";
    // Those about an unknown refund are counted under an id that no notification has.
    boolean occupiesId = bad.logged().equals(CallbackRecord.UNKNOWN_REFUND_NO);
    Line line = line(bad.sent(), result, bad.logged(), occupiesId);

    assertThat(answer(bad.name(), bad.sent(), line)).as(bad.name()).isEqualTo(http);

    assertThat(tables.checksums()).as(bad.name()).isEqualTo(before);
  }

  /** The total in it is not this refund's amount, so only a query may decide. */
  private void onlyMakesTheRefundDue(String name, SentCallback sent) throws Exception {
    Map<String, Long> before = tables.checksums();
    Map<String, Object> undecided = refund.row();

    assertThat(answer(name, sent, line(sent, "PROCESSED", CHECK_DUE, true)))
        .isEqualTo(ACKNOWLEDGED);

    Map<String, Long> after = new HashMap<>(tables.checksums());
    after.entrySet().removeAll(before.entrySet());
    assertThat(after.keySet()).as(name).isEqualTo(CHANGED_BY_DUE);
    assertThat(refund.row()).as(name).isEqualTo(undecided);
    assertThat(refund.isDue()).as(name).isTrue();
  }

  /** The order is settled by it. */
  void settles(SentCallback genuine) throws Exception {
    assertThat(answer("the genuine one", genuine, line(genuine, "PROCESSED", "APPLIED", true)))
        .isEqualTo(ACKNOWLEDGED);
    assertThat(channels.api().find(target.payNo()).text("status")).isEqualTo("SUCCESS");
  }

  /** The refund is done by it. */
  void refunds(SentCallback genuine) throws Exception {
    assertThat(refund.row()).containsEntry("status", "REFUNDING");
    assertThat(answer("the genuine one", genuine, line(genuine, "PROCESSED", "APPLIED", true)))
        .isEqualTo(ACKNOWLEDGED);
    assertThat(refund.row()).containsEntry("status", "SUCCESS");
  }

  /** The refund is only made due by it. */
  void makesTheRefundDue(SentCallback genuine) throws Exception {
    onlyMakesTheRefundDue("the genuine one", genuine);
  }

  /** It counted before; a copy of it, with the same valid signature, changes nothing. */
  void isReplayed(SentCallback genuine) {
    Map<String, Long> before = tables.checksums();

    assertThat(answer("replayed", genuine, line(genuine, "IGNORED", "SAME_CALLBACK", false)))
        .isEqualTo(ACKNOWLEDGED);

    assertThat(tables.checksums()).isEqualTo(before);
  }

  private Line line(SentCallback sent, String result, String reason, boolean occupiesId) {
    return new Line(channel, sent.body(), result, reason, occupiesId);
  }

  /** Sends it, which is logged as this one line; returns the HTTP status. */
  private int answer(String name, SentCallback sent, Line line) {
    long last = log.lastId();
    HttpResponse<String> answer = channels.api().callback(channel.toLowerCase(Locale.ROOT), sent);
    assertThat(log.after(last)).as(name).isEqualTo(List.of(line));
    boolean isAcknowledged = answer.body().toLowerCase(Locale.ROOT).contains("success");
    assertThat(isAcknowledged).as(name).isEqualTo(answer.statusCode() == ACKNOWLEDGED);
    return answer.statusCode();
  }

  private static int http(String reason) {
    return switch (reason) {
      case "NOT_JSON", "NOT_FORM" -> 415;
      case "MALFORMED" -> 400;
      case "BAD_SIGNATURE", "OUTSIDE_WINDOW", "OTHER_ACCOUNT" -> 401;
      case "FOREIGN_REFUND", "UNKNOWN_PAY_NO", "UNKNOWN_REFUND_NO" -> 404;
      case "DECIDES_NOTHING" -> ACKNOWLEDGED;
      default -> throw new IllegalArgumentException("no false callback has the reason " + reason);
    };
  }
}
