package com.yuge.payment.out.channel.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is exactly as agreed, about this trade, counts. */
class MockAnswerTest {
  private static final PayNo PAY_NO = new PayNo("PAY20261122120000123000000000001");
  private static final String PAID =
      "{'payNo':'PAY20261122120000123000000000001','state':'PAID','tradeNo':'T1',"
          + "'amount':'99.99','currency':'CNY','paidAt':'2026-11-22T12:00:00Z'}";

  @Test
  void aPaymentAsAgreedCounts() {
    assertThat(query(PAID)).isInstanceOf(QueryAnswer.Decided.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00Z, 2026-11-22T12:00:00Z",
    "2026-11-22T12:00:00.5Z, 2026-11-22T12:00:00.500Z",
    "2026-11-22T12:00:00.123456789Z, 2026-11-22T12:00:00.123456Z"
  })
  void whenItWasPaidIsKeptToTheMicrosecond(String told, Instant kept) {
    assertThat(result(PAID.replace("2026-11-22T12:00:00Z", told)).paidAt()).isEqualTo(kept);
  }

  @Test
  void anOlderChannelDoesNotSayWhenItWasPaid() {
    assertThat(result(PAID.replaceFirst(",'paidAt':'[^']*'", "")).paidAt()).isNull();
  }

  @Test
  void whatFailedWasNeverPaid() {
    assertThat(result(PAID.replace("'PAID'", "'FAILED'")).paidAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "'PAID'",
        "<html>Service restarting",
        "{'state':'PAID'}",
        "{'payNo':null,'state':'PAID'}",
        "{'payNo':'PAY20261122120000123000000000002','state':'UNPAID'}",
        "{'payNo':'pay20261122120000123000000000001','state':'UNPAID'}",
        "{'payNo':'PAY20261122120000123000000000001'}",
        "{'payNo':'PAY20261122120000123000000000001','state':null}",
        "{'payNo':'PAY20261122120000123000000000001','state':true}",
        "{'payNo':'PAY20261122120000123000000000001','state':'paid'}",
        "{'payNo':'PAY20261122120000123000000000001','state':'UNKNOWN'}",
        "{'payNo':'PAY20261122120000123000000000001','state':'UNPAID'",
        "{'payNo':'PAY20261122120000123000000000001','state':'UNPAID'} {}",
        "{'payNo':'PAY20261122120000123000000000001','state':'UNPAID','state':'PAID'}"
      })
  void anythingElseIsAnError(String body) {
    assertNoAnswer(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'tradeNo':'T1'|'tradeNo':''",
        "'tradeNo':'T1'|'tradeNo':'T 1'",
        "'tradeNo':'T1'|'tradeNo':1",
        "'99.99'|99.99",
        "'99.99'|'99.9'",
        "'99.99'|'1e9'",
        "'99.99'|'-1.00'",
        "'99.99'|'0.00'",
        "'99.99'|'99999999999.99'",
        "'currency':'CNY'|'currency':'cny'",
        "'currency':'CNY'|'currency':'JPY2'",
        "'2026-11-22T12:00:00Z'|''",
        "'2026-11-22T12:00:00Z'|null",
        "'2026-11-22T12:00:00Z'|1795348800000",
        "'2026-11-22T12:00:00Z'|'1795348800000'",
        "'2026-11-22T12:00:00Z'|'2026-11-22'",
        "'2026-11-22T12:00:00Z'|'2026-11-22T12:00Z'",
        "'2026-11-22T12:00:00Z'|'2026-11-22 12:00:00Z'",
        "'2026-11-22T12:00:00Z'|'2026-11-22T12:00:00'",
        "'2026-11-22T12:00:00Z'|'2026-11-22t12:00:00z'",
        "'2026-11-22T12:00:00Z'|'2026-11-22T12:00:00+08:00'",
        "'2026-11-22T12:00:00Z'|'2026-11-22T24:00:00Z'",
        "'2026-11-22T12:00:00Z'|'2026-11-22T23:59:60Z'",
        "'2026-11-22T12:00:00Z'|'2026-02-30T12:00:00Z'",
        "'2026-11-22T12:00:00Z'|'2026-11-22T12:00:00.Z'",
        "'2026-11-22T12:00:00Z'|'2026-11-22T12:00:00.1234567890Z'",
        "'2026-11-22T12:00:00Z'|'+12026-11-22T12:00:00Z'"
      })
  void aPaymentOutOfItsGrammarIsAnError(String change) {
    String[] parts = change.split("\\|", -1);
    assertThat(PAID).contains(parts[0]);

    assertNoAnswer(PAID.replace(parts[0], parts[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "javascript:alert(1)", "http://x/ y", "ftp://x/", "/cashier"})
  void anAddressThatNoPayerShouldOpenIsAnError(String url) {
    String body = "{'payNo':'%s','payUrl':'%s'}".formatted(PAY_NO, url);

    ChannelCallException none =
        catchThrowableOfType(ChannelCallException.class, () -> read(body).payUrl());

    assertThat(none.reason().cause()).isEqualTo(Cause.ERROR);
  }

  private static void assertNoAnswer(String body) {
    ChannelCallException none = catchThrowableOfType(ChannelCallException.class, () -> query(body));
    assertThat(none.reason().cause()).isEqualTo(Cause.ERROR);
  }

  private static ChannelResult result(String body) {
    return ((QueryAnswer.Decided) query(body)).result();
  }

  private static QueryAnswer query(String body) {
    return read(body).toQuery();
  }

  private static MockAnswer read(String body) {
    return MockAnswer.read(body.replace('\'', '"').getBytes(UTF_8), PAY_NO);
  }
}
