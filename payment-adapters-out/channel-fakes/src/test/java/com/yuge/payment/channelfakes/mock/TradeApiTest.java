package com.yuge.payment.channelfakes.mock;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TradeApiTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");

  @TempDir private Path folder;
  private Counter counter;

  @BeforeEach
  void serve() {
    counter = new Counter(folder.resolve("journal"));
  }

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void aTradeIsOpenedOnceAndNeverWithAnotherAmount() {
    String payNo = aPayNo().value();

    assertThat(counter.open(payNo, "5.00", NOWHERE).body())
        .isEqualTo(counter.open(payNo, "5.00", NOWHERE).body());
    assertThat(counter.open(payNo, "5.01", NOWHERE).statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"99.9", "1e2", "-1.00", "0.00", "99999999999.00"})
  void anAmountOutOfItsGrammarIsRefused(String amount) {
    assertThat(counter.open(aPayNo().value(), amount, NOWHERE).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"POST, /trades, 400", "GET, /trades/PAY1, 404", "PUT, /trades, 404", "POST, /x, 404"})
  void whatItCannotReadItRefuses(String method, String path, int status) {
    assertThat(counter.send(method, path, "{]").statusCode()).isEqualTo(status);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    assertThat(counter.send("POST", "/trades", "x".repeat(65 * 1024)).statusCode()).isEqualTo(413);
  }

  @Test
  void itsBooksSurviveItsEndEvenWithALineCutOff() throws IOException {
    String paid = counter.open(NOWHERE);
    String closed = counter.open(NOWHERE);
    String tradeNo = counter.client().pay(paid, "99.99");
    assertThat(counter.close(closed)).isEqualTo("CLOSED");
    Files.writeString(folder.resolve("journal"), "{\"payNo\":{\"val", APPEND);

    counter.restart();

    assertThat(counter.query(paid).path("tradeNo").asString()).isEqualTo(tradeNo);
    assertThat(counter.state(closed)).isEqualTo("CLOSED");
    assertThat(counter.state(counter.open(NOWHERE))).isEqualTo("UNPAID");
    counter.restart();
    assertThat(counter.state(paid)).isEqualTo("PAID");
  }

  @Test
  void itCountsHowOftenItWasAskedForWhat() {
    String payNo = counter.open(NOWHERE);
    assertThat(counter.state(payNo)).isEqualTo("UNPAID");
    assertThat(counter.state(payNo)).isEqualTo("UNPAID");

    JsonNode seen = counter.client().seen(payNo);

    assertThat(seen.path("open").asInt()).isOne();
    assertThat(seen.path("query").asInt()).isEqualTo(2);
    assertThat(seen.path("close").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /control/faults, 404",
    "PUT, /control/faults/PAY1, 404",
    "GET, /control/trades/x, 404",
    "POST, /control/payments/PAY20261122120000123000000000001, 404"
  })
  void aControlThatDoesNotExistIsNotFound(String method, String path, int status) {
    assertThat(counter.send(method, path, "{}").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T11:55:00.123456Z, 2026-11-22T11:55:00.123Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
  })
  void aPaymentCanHaveBeenMadeAtAnyTimeToTheMillisecond(Instant paidAt, String expected) {
    String payNo = counter.open(NOWHERE);

    String unused = counter.client().payAt(payNo, paidAt);

    assertThat(counter.query(payNo).path("paidAt").asString()).isEqualTo(expected);
  }

  @Test
  void atNoTimeThereIsNoPayment() {
    String payNo = counter.open(NOWHERE);

    assertThat(
            counter.send("POST", "/control/payments/" + payNo, "{\"paidAt\":\"now\"}").statusCode())
        .isEqualTo(400);
    assertThat(counter.state(payNo)).isEqualTo("UNPAID");
  }

  @ParameterizedTest
  @CsvSource({"HMAC_V4, k1, 400", "MD5, k1, 400", "HMAC_V3, k1, 200"})
  void itSignsByNoSchemeThatDoesNotExist(String scheme, String keyId, int status) {
    String body = "{\"scheme\":\"%s\",\"keyId\":\"%s\",\"secret\":\"s\"}".formatted(scheme, keyId);

    assertThat(counter.send("PUT", "/control/signing", body).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"answer\":\"NICE\"}", "{\"delayMillis\":-1}", "{\"copies\":11}"})
  void aFaultThatDoesNotExistIsRefused(String faults) {
    assertThat(counter.send("PUT", "/control/faults", faults).statusCode()).isEqualTo(400);
  }
}
