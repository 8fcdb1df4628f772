package com.yuge.payment.app.cells;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.Parallel;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.Exchange.Request;
import com.yuge.payment.in.contract.OpenApiContract;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What callers and channels send to the router comes to the cell that has the order. */
class CellsProof {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Cells CELLS = Cells.ONE;

  private final PaymentApi api = CELLS.api();

  /** SHOP in one cell and ORD, of the same second, in the other. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theReadmesWalkThroughPasses(boolean shopInA) throws Exception {
    long second = 1_700_000_000;
    while (!(shopInA
        ? Cells.isOfA("SHOP" + second) && Cells.isOfB("ORD" + second)
        : Cells.isOfB("SHOP" + second) && Cells.isOfA("ORD" + second))) {
      second++;
    }
    WalkThrough.run(CELLS.router.port(), second, CELLS.folder);

    awaitOrder("SHOP" + second, "PARTLY_REFUNDED");
    awaitOrder("ORD" + second, "PAID");
    assertThat(count(shopInA ? CELLS.a : CELLS.b, "SHOP" + second)).isOne();
    assertThat(count(shopInA ? CELLS.b : CELLS.a, "ORD" + second)).isOne();
  }

  private static void awaitOrder(String orderNo, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(TestStack.ONE.orders().status(orderNo)).contains(status));
  }

  private static int count(Cell cell, String orderNo) {
    return cell.jdbc()
        .sql("SELECT COUNT(*) FROM t_pay_order WHERE order_no = ?")
        .param(orderNo)
        .query(Integer.class)
        .single();
  }

  @Test
  void hundredCreatesAreOneRowInOneCell() throws Exception {
    for (Supplier<String> numbers : List.of(Cells.ordersOfA(), Cells.ordersOfB())) {
      String orderNo = numbers.get();

      List<Answer> answers = Parallel.run(nCopies(100, () -> api.create(orderNo, "99.99")));

      assertThat(answers).hasSize(100).allMatch(answer -> answer.http() == 200);
      assertThat(count(CELLS.a, orderNo) + count(CELLS.b, orderNo)).isOne();
      assertThat(api.get("/payments/order/" + orderNo).body())
          .isEqualTo(answers.get(0).body())
          .isEqualTo(api.find(answers.get(0).text("payNo")).body());
    }
  }

  /** As a router would that is set up wrongly: nothing is made twice. */
  @Test
  void theOtherCellRefusesTheOrder() {
    String orderNo = Cells.ordersOfA().get();
    PaymentApi wrong = new PaymentApi(CELLS.b.port(), 0);

    Answer refused = wrong.create(orderNo, "5.00");
    String payNo = api.create(orderNo, "5.00").text("payNo");

    assertThat(refused.http()).isEqualTo(421);
    assertThat(wrong.find(payNo).http()).isEqualTo(421);
    assertThat(wrong.callback(api.signedCallback(payNo, "SUCCESS", "T", "nonce-1")).http())
        .isEqualTo(421);
    assertThat(api.find(payNo).text("status")).isEqualTo("INIT");
    assertThat(count(CELLS.b, orderNo)).isZero();
  }

  /** The router cannot read an encrypted one; the cell that has the order takes it in the end. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/cells/a", "/cells/b", "/cells/none"})
  void aNotificationComesToItsCellWhateverItsAddress(String cell) throws Exception {
    for (Supplier<String> numbers : List.of(Cells.ordersOfA(), Cells.ordersOfB())) {
      String orderNo = numbers.get();
      TestStack.ONE.orders().reserve(orderNo, new BigDecimal("5.00"));
      String payNo = api.create(orderNo, "5.00").text("payNo");
      String body = JSON.writeValueAsString(api.signedCallback(payNo, "SUCCESS", "T", "nonce-1"));

      assertThat(post(cell + "/channels/mock/payments", body)).isEqualTo(200);
      assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
    }
  }

  @Test
  void whatNamesNoOrderIsRefusedAsAlways() throws Exception {
    assertThat(post("/payments", "{}")).isEqualTo(400);
    assertThat(post("/payments", "no JSON")).isEqualTo(400);
    assertThat(post("/cells/a/channels/mock/payments", "{}")).isEqualTo(400);
  }

  /** Half of a list would be taken for the whole. */
  @Test
  void aListIsNotAskedOfOneCell() throws Exception {
    assertThat(send(to("/payments/unapplied").GET())).isEqualTo(421);
    assertThat(send(to("/payments/refunds?status=ABNORMAL").GET())).isEqualTo(421);
  }

  private static int post(String path, String body) throws Exception {
    return send(
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + CELLS.router.port() + path));
  }

  /** The router takes the name of the cell from the path. */
  private static Exchange ofService(Exchange exchange) {
    Request sent = exchange.request();
    String target = sent.target().replaceFirst("^/cells/[^/]+", "");
    return new Exchange(
        new Request(false, sent.method(), target, sent.headers(), sent.body()),
        exchange.response());
  }

  /** What asks of no single cell is answered by the router itself, which has no contract. */
  private static int send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    if (answer.request().method().equals("POST")) {
      OpenApiContract.check(ofService(Exchange.of(false, answer)));
    }
    return answer.statusCode();
  }
}
