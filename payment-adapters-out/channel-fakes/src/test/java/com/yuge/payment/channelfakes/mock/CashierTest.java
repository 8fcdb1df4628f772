package com.yuge.payment.channelfakes.mock;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CashierTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");

  @TempDir private Path folder;
  private Counter counter;
  private String payNo;

  @BeforeEach
  void open() {
    counter = new Counter(folder.resolve("journal"));
    payNo = counter.open(NOWHERE);
  }

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void thePageShowsWhatIsToBePaidAndUntilWhen() {
    counter.clock.advance(Counter.TIME_TO_PAY.minusSeconds(90));

    HttpResponse<String> page = page();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body())
        .contains("data-view=\"UNPAID\"", "¥99.99", payNo, "data-millis=\"90000\"")
        .contains("action=\"/cashier/" + payNo + "/pay\"")
        .doesNotContain("{{", "http://", "https://");
  }

  @Test
  void aBrowserThatPressesIsSentBackToThePage() {
    HttpResponse<String> pressed =
        counter.send("POST", "/cashier/" + payNo + "/pay", "", "Accept", "text/html");

    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(pressed.headers().firstValue("Location")).hasValue("/cashier/" + payNo);
    assertThat(page().body()).contains("data-view=\"PAID\"", "MOCK_");
  }

  @Test
  void aSecondPressChangesNothing() {
    assertThat(counter.client().pressPay(payNo)).isEqualTo("PAID");
    String tradeNo = counter.query(payNo).path("tradeNo").asString();

    assertThat(counter.client().pressPay(payNo)).isEqualTo("PAID");
    assertThat(counter.client().pressFail(payNo)).isEqualTo("PAID");
    assertThat(counter.query(payNo).path("tradeNo").asString()).isEqualTo(tradeNo);
  }

  @Test
  void aPaymentMayFail() {
    assertThat(counter.client().pressFail(payNo)).isEqualTo("FAILED");
    assertThat(page().body()).contains("data-view=\"FAILED\"");
    assertThat(counter.client().pressPay(payNo)).isEqualTo("FAILED");
  }

  @Test
  void aPayerMayLeaveAndComeBackUntilTheEnd() {
    assertThat(leave()).contains("data-view=\"LEFT\"", "href=\"/cashier/" + payNo + "\"");
    assertThat(page().body()).contains("data-view=\"UNPAID\"");

    counter.clock.advance(Counter.TIME_TO_PAY);

    assertThat(leave()).contains("data-view=\"EXPIRED\"").doesNotContain("Try again");
  }

  private String leave() {
    return counter.send("GET", "/cashier/" + payNo + "/leave", "").body();
  }

  @Test
  void whatIsExpiredCanNoLongerBePaid() {
    counter.clock.advance(Counter.TIME_TO_PAY);

    assertThat(counter.client().pressPay(payNo)).isEqualTo("UNPAID");
    assertThat(page().body()).contains("data-view=\"EXPIRED\"");
  }

  @Test
  void theLastMomentStillCounts() {
    counter.clock.advance(Counter.TIME_TO_PAY.minusMillis(1));

    assertThat(counter.client().pressPay(payNo)).isEqualTo("PAID");
    assertThat(counter.close(payNo)).isEqualTo("ALREADY_PAID");
  }

  @Test
  void whatIsClosedCanNoLongerBePaidButForAFault() {
    assertThat(counter.close(payNo)).isEqualTo("CLOSED");
    assertThat(counter.client().pressPay(payNo)).isEqualTo("CLOSED");
    assertThat(page().body()).contains("data-view=\"CLOSED\"");

    counter.client().spoil(payNo, Faults.NONE.payingAfterEnd());

    assertThat(page().body()).contains("data-view=\"UNPAID\"");
    assertThat(counter.client().pressPay(payNo)).isEqualTo("PAID");
  }

  @Test
  void aTradeThatIsNotThereSaysSo() {
    HttpResponse<String> page = counter.send("GET", "/cashier/" + aPayNo(), "");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("data-view=\"MISSING\"").doesNotContain("{{");
    assertThat(counter.send("GET", "/cashier/%3Cscript%3E", "").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> page() {
    return counter.send("GET", "/cashier/" + payNo, "");
  }
}
