package com.yuge.payment.in.rest;

import static com.yuge.payment.in.rest.RefundHttp.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.in.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of refunds, and what they can do. */
class RefundOperationsHttpTest {
  private final RefundHttp refunds = new RefundHttp();

  @AfterEach
  void stop() {
    refunds.close();
  }

  /** The channel did not answer. */
  private String doubtful(String orderNo) throws Exception {
    refunds.channel.goAway(true);
    String refundNo = refunds.refunded(refunds.paid(orderNo), "r1", "10");
    refunds.channel.goAway(false);
    return refundNo;
  }

  private static void is(Answer answer, String result, String status) {
    answer.isOk();
    assertThat(answer.<String>at("$.data.result")).isEqualTo(result);
    assertThat(answer.<String>at("$.data.refund.status")).isEqualTo(status);
  }

  private static void conflicts(Answer answer, String cause) {
    answer.is(409, "A0409");
    assertThat(answer.<String>at("$.data.cause")).isEqualTo(cause);
  }

  @Test
  void theChannelIsAskedAtOnce() throws Exception {
    String refundNo = doubtful("ORD-1");

    is(refunds.operate(refundNo, "reconcile"), "SUCCEEDED", "SUCCESS");
    is(refunds.operate(refundNo, "reconcile"), "UNCHANGED", "SUCCESS");

    assertThat(refunds.channel.asked()).containsExactly("refund", "refund", "query");
    assertThat(refunds.counted("SUCCEEDED")).isOne();
    assertThat(refunds.counted("UNCHANGED")).isOne();
    assertThat(refunds.http.store().audits())
        .filteredOn(entry -> entry.result().equals(AuditEntry.REQUESTED))
        .extracting(AuditEntry::detail)
        .allMatch(detail -> detail.contains("by li: agreed with the payer"))
        .hasSize(2);
  }

  @Test
  void whatTheChannelWasNeverAskedForCanBeCancelled() throws Exception {
    refunds.channel.spaces(Duration.ofMinutes(1));
    String payNo = refunds.paid("ORD-1");
    String first = refunds.refunded(payNo, "r1", "10");
    String second = refunds.refunded(payNo, "r2", "10");

    is(refunds.operate(second, "cancel"), "FAILED", "FAILED");
    assertThat(refunds.counted("FAILED")).isOne();

    conflicts(refunds.operate(second, "cancel"), "DECIDED");
    conflicts(refunds.operate(first, "cancel"), "DECIDED");
    assertThat(refunds.get(second).<String>at("$.data.failCode")).isEqualTo("CANCELLED");
    refunds.refunded(payNo, "r3", "89.90");
  }

  @Test
  void afterThatItCannot() throws Exception {
    String refundNo = doubtful("ORD-1");

    conflicts(refunds.operate(refundNo, "cancel"), "ASKED");

    assertThat(refunds.get(refundNo).<String>at("$.data.status")).isEqualTo("REFUNDING");
  }

  @Test
  void aPersonDecidesOnlyWhatTheChannelDoesNot() throws Exception {
    String refundNo = doubtful("ORD-1");
    conflicts(refunds.resolve(refundNo, "FAILED"), "NOT_DUE");
    refunds.clock.advance(InspectRefunds.OVERDUE_AFTER);
    refunds.channel.goAway(true);
    conflicts(refunds.resolve(refundNo, "FAILED"), "UNDECIDED");
    refunds.channel.goAway(false);
    is(refunds.operate(refundNo, "resolve"), "UNDECIDED", "REFUNDING");

    is(refunds.resolve(refundNo, "FAILED"), "RESOLVED", "FAILED");

    conflicts(refunds.resolve(refundNo, "SUCCESS"), "NOT_DUE");
    assertThat(refunds.get(refundNo).<String>at("$.data.failCode")).isEqualTo("RESOLVED");
  }

  @Test
  void whatIsAbnormalIsDueAtOnce() throws Exception {
    refunds.channel.answersRefunds(abnormal());
    refunds.channel.answersQueries(abnormal());
    String refundNo = refunds.refunded(refunds.paid("ORD-1"), "r1", "10");
    assertThat(refunds.get(refundNo).<String>at("$.data.statusDesc")).startsWith("退款异常");

    is(refunds.resolve(refundNo, "SUCCESS"), "RESOLVED", "SUCCESS");
    assertThat(refunds.counted("SUCCEEDED")).isOne();
  }

  @Test
  void theChannelsWordCountsMoreThanThePersons() throws Exception {
    refunds.channel.answersQueries(
        new RefundAnswer.Done(Money.cny(new BigDecimal("10.00")), null, null));
    refunds.channel.answersRefunds(abnormal());
    String refundNo = refunds.refunded(refunds.paid("ORD-1"), "r1", "10");

    is(refunds.resolve(refundNo, "FAILED"), "DECIDED", "SUCCESS");
  }

  private static RefundAnswer abnormal() {
    return new RefundAnswer.Abnormal(new FailCode("ABNORMAL"), null);
  }

  @Test
  void refundsAreListedByStateAndPageByPage() throws Exception {
    String one = doubtful("ORD-1");
    refunds.clock.advance(InspectRefunds.OVERDUE_AFTER);
    String two = doubtful("ORD-2");
    String done = refunds.refunded(refunds.paid("ORD-3"), "r1", "10");

    Answer first = refunds.http.get("/payments/refunds?limit=1").isOk();
    Integer id = first.<List<Integer>>at("$.data[*].id").get(0);

    assertThat(first.<List<String>>at("$.data[*].refundNo")).containsExactly(one);
    assertThat(refunds.listed("?after=" + id)).containsExactly(two);
    assertThat(refunds.listed("?status=SUCCESS")).containsExactly(done);
    assertThat(refunds.listed("?status=ABNORMAL")).isEmpty();
    assertThat(refunds.http.get("/payments/refunds").<List<Boolean>>at("$.data[*].overdue"))
        .containsExactly(true, false);
  }

  @ParameterizedTest
  @CsvSource({"?status=OPEN, status", "?after=x, after", "?limit=0, limit", "?limit=1001, limit"})
  void badQuestionsNameTheField(String query, String field) throws Exception {
    refunds.http.get("/payments/refunds" + query).is(400, "A0400").says(field + "：");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reconcile", "cancel", "resolve"})
  void whatIsNotThereIsNotFound(String what) throws Exception {
    refunds.operate(UNKNOWN, what).is(404, "A0404").says("退款");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reconcile", "cancel", "resolve"})
  void nobodyIsNotAnOperator(String what) throws Exception {
    String refundNo = doubtful("ORD-1");
    int audits = refunds.http.store().audits().size();

    refunds.operate(refundNo, what, "").is(400, "A0400").says("body：");
    refunds.operate(refundNo, what, "{}").is(400, "A0400").says("by：");
    refunds.operate(refundNo, what, "{\"by\":\"li\"}").is(400, "A0400").says("reason：");

    assertThat(refunds.http.store().audits()).hasSize(audits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REFUNDING", "success", "", "ABNORMAL"})
  void aRefundIsResolvedToADecision(String to) throws Exception {
    refunds.resolve(doubtful("ORD-1"), to).is(400, "A0400").says("to：");
  }

  @Test
  void aCancellationIsOnRecord() throws Exception {
    refunds.channel.spaces(Duration.ofMinutes(1));
    String payNo = refunds.paid("ORD-1");
    refunds.refunded(payNo, "r1", "10");

    is(refunds.operate(refunds.refunded(payNo, "r2", "10"), "cancel"), "FAILED", "FAILED");

    assertThat(refunds.http.store().audits())
        .filteredOn(entry -> entry.action() == Action.REFUND_CANCEL)
        .singleElement()
        .extracting(AuditEntry::detail)
        .asString()
        .contains("by li: agreed with the payer");
  }
}
