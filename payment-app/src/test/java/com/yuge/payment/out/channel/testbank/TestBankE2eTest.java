package com.yuge.payment.out.channel.testbank;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;

/** A channel is its package and one line of configuration: it is paid with from end to end. */
@TestInstance(Lifecycle.PER_CLASS)
class TestBankE2eTest {
  private static final String KEY = "the-banks-own-key";
  private static final String PATH = "/channels/testbank/payments";

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_testbank");
  private final TestBankSignature signature = new TestBankSignature(KEY);
  private ConfigurableApplicationContext service;
  private PaymentApi api;

  @BeforeAll
  void start() {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.addAll(List.of("--testbank.enabled=true", "--testbank.key=" + KEY));
    service = ServiceInJvm.start(arguments, TestBankConfiguration.class);
    api = ServiceInJvm.api(service);
  }

  @AfterAll
  void stop() {
    ServiceInJvm.stop(service);
  }

  private Answer create(String orderNo, String channel) {
    return api.post("/payments", Map.of("orderNo", orderNo, "amount", "7.00", "channel", channel));
  }

  private String opened(String orderNo) {
    String payNo = create(orderNo, "TESTBANK").text("payNo");
    assertThat(api.pay(payNo).text("payUrl")).isEqualTo("https://bank.test/transfer/" + payNo);
    return payNo;
  }

  private static String form(String id, String payNo) {
    return "id=%s&order=%s&trade=TB_%s&paid=7.00".formatted(id.repeat(32), payNo, id);
  }

  private HttpResponse<String> call(String path, String body, String signed) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(TestBankCallbackReader.SIGNATURE, signed)
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private String signed(String body) {
    return signature.sign(body.getBytes(StandardCharsets.UTF_8));
  }

  private static void is(HttpResponse<String> answer, int status, String word) {
    assertThat(answer.body()).isEqualTo(word);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
  }

  @Test
  void anOrderIsPaidThere() throws Exception {
    String payNo = opened("TB-1");
    String paid = form("a", payNo);

    is(call(PATH, paid, signed(paid)), 200, "success");
    is(call(PATH, paid, signed(paid)), 200, "success");

    Answer order = api.find(payNo);
    assertThat(order.text("status")).isEqualTo("SUCCESS");
    assertThat(order.text("channel")).isEqualTo("TESTBANK");
    assertThat(order.text("channelTradeNo")).isEqualTo("TB_a");
    assertThat(events(payNo)).singleElement().asString().contains("\"channel\":\"TESTBANK\"");
    assertThat(calls()).as("it is timed and guarded as every channel").isPositive();
    assertThat(api.get("/payments/trade?channel=TESTBANK&tradeNo=TB_a").code()).isEqualTo("00000");
  }

  @Test
  void whatTheBankHasNotSignedIsRefusedInItsOwnWord() throws Exception {
    String payNo = opened("TB-2");

    is(call(PATH, form("b", payNo), signed("something else")), 401, "fail");
    is(call(PATH, "nonsense", signed("nonsense")), 400, "fail");
    is(call(PATH, "x".repeat(64 * 1024 + 1), ""), 413, "fail");

    assertThat(api.find(payNo).text("status")).isEqualTo("PAYING");
    assertThat(logged()).contains("BAD_SIGNATURE", "MALFORMED", "TOO_LARGE");
  }

  /** A channel's key vouches for its own orders only. */
  @Test
  void anOrderOfAnotherChannelIsUnknownToIt() throws Exception {
    String payNo = api.create("TB-3", "7.00").text("payNo");
    String paid = form("c", payNo);

    is(call(PATH, paid, signed(paid)), 404, "fail");

    assertThat(api.find(payNo).text("status")).isEqualTo("INIT");
  }

  @Test
  void aChannelThatNobodyConfiguredIsRefusedByName() throws Exception {
    Answer refused = create("TB-4", "NOBANK");

    assertThat(refused.http()).isEqualTo(400);
    assertThat(refused.body().path("message").asString()).startsWith("channel");
    assertThat(call("/channels/nobank/payments", "", "").statusCode()).isEqualTo(404);
    assertThat(call("/channels/TESTBANK/payments", "", "").statusCode()).isEqualTo(404);
  }

  private List<String> events(String payNo) {
    return database
        .jdbc()
        .sql("SELECT payload FROM t_outbox_event WHERE aggregate_key = ?")
        .param(payNo)
        .query(String.class)
        .list();
  }

  private List<String> logged() {
    return database
        .jdbc()
        .sql("SELECT reason FROM t_pay_callback_log WHERE channel = 'TESTBANK'")
        .query(String.class)
        .list();
  }

  private long calls() {
    return service
        .getBean(MeterRegistry.class)
        .get("payment.channel.calls")
        .tag("channel", "TESTBANK")
        .tag("call", "open")
        .timer()
        .count();
  }
}
