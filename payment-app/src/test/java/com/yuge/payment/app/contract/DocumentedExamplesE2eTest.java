package com.yuge.payment.app.contract;

import static com.yuge.payment.in.security.Callers.OPERATOR;
import static com.yuge.payment.in.security.Callers.REFUNDER;
import static com.yuge.payment.in.security.Callers.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.contract.ExampleCalls.Told;
import com.yuge.payment.app.e2e.TestStack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the document are what the service was asked and answered here. */
class DocumentedExamplesE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String BECAUSE = "{\"by\":\"li\",\"reason\":\"the payer calls\"}";
  private static final String CALLBACK =
      "{\"payNo\":\"%s\",\"callbackStatus\":\"SUCCESS\",\"channelTradeNo\":\"%s\","
          + "\"timestamp\":\"1704067200000\",\"nonce\":\"%s\",\"signature\":\"%s\"}";

  private final ExampleCalls calls = new ExampleCalls();

  @Test
  void theyAreWhatTheServiceWasAskedAndAnswered() {
    anOrderIsPaidAndPartlyRefunded();
    aChannelCallsBack();
    requestsAreRefused();
    operatorsLookAfterTheOutbox();
    paymentsAreLimited();
    FinanceExamples finance = new FinanceExamples(calls);
    finance.aStatementHasALineThatNobodyOrdered();
    String changed = created("SHOP-1008");
    assertThat(callback(changed, "TRADE-8", "nonce-8").text("result")).isEqualTo("PROCESSED");
    finance.somebodyChangesATradeByHand(changed);

    Steady steady = new Steady();
    Map<String, String> told = new LinkedHashMap<>();
    calls.examples().forEach((name, json) -> told.put(name, steady.text(json)));
    String examples = ExamplesFile.yaml(told);
    if (Boolean.getBoolean(ExamplesFile.WRITE)) {
      ExamplesFile.write(examples);
    }
    assertThat(ExamplesFile.read())
        .as("examples; -D%s=true writes them anew", ExamplesFile.WRITE)
        .isEqualTo(examples);
  }

  private void anOrderIsPaidAndPartlyRefunded() {
    String order = "{\"orderNo\":\"SHOP-1001\",\"amount\":%s,\"subject\":\"Two tickets\"}";
    Told created = shop("/payments", order.formatted("99.90"));
    String path = "/payments/" + created.text("payNo");
    created.asked("CreatePayOrder").is(200, "PayOrderCreated");
    shop("/payments", order.formatted("99.80")).is(409, "PayOrderDiffers");
    shop(path + "/pay", "{\"product\":\"CASHIER\"}").asked("OpenPayment").is(200, "PayOrderOpened");
    TestStack.ONE.servers().mockChannel().client().pressPay(created.text("payNo"));
    await().atMost(SOON).until(() -> calls.by(SHOP).get(path).text("status").equals("SUCCESS"));
    operator(path + "/reconcile", BECAUSE).asked("OperatorReason").is(200, "PayOrderChecked");
    calls.by(SHOP).get(path).is(200, "PayOrderPaid");
    shop(path + "/pay", "{}").is(409, "PayOrderEnded");
    itIsPartlyRefunded(path);
  }

  private void itIsPartlyRefunded(String path) {
    String refund = "{\"refundOrderNo\":\"%s\",\"amount\":%s,\"reason\":\"one ticket less\"}";
    Told part = calls.by(REFUNDER).post(path + "/refunds", refund.formatted("R-1", "10.00"));
    part.asked("CreateRefund").is(200, "RefundCreated");
    calls
        .by(REFUNDER)
        .post(path + "/refunds", refund.formatted("R-2", "90.00"))
        .is(409, "RefundExceeds");
    calls.by(REFUNDER).get(path + "/refunds").is(200, "RefundsOfPayOrder");
    String refundPath = "/payments/refunds/" + part.text("refundNo");
    operator(refundPath + "/reconcile", BECAUSE).is(200, "RefundChecked");
    operator(refundPath + "/cancel", BECAUSE).is(409, "RefundDecided");
    operator(
            refundPath + "/resolve",
            "{\"by\":\"li\",\"reason\":\"the channel says so\",\"to\":\"SUCCESS\"}")
        .asked("ResolveRefund")
        .is(409, "RefundNotDue");
  }

  private void aChannelCallsBack() {
    String payNo = created("SHOP-1002");
    callback(payNo, "TRADE-2", "nonce-1").asked("MockCallback").is(200, "CallbackProcessed");
    awaitPublished(payNo);
    callback(payNo, "TRADE-2", "nonce-1").is(200, "CallbackIgnored");
    calls.by(OPERATOR).get("/payments/" + payNo + "/timeline").is(200, "Timeline");
    String forged = CALLBACK.formatted(payNo, "TRADE-2", "nonce-2", "0".repeat(32));
    nobody("/payments/mock-callback", forged).is(401, "CallbackNotSigned");
    nobody("/channels/mock/payments", forged).is(401, "MockRefused");
    nobody("/channels/wechat/payments", "{}").is(401, "WechatRefused");
    nobody("/channels/alipay/notify", "{}").is(415, "AlipayRefused");
    String signed = CALLBACK.formatted(payNo, "TRADE-2", "nonce-1", signature(payNo, "nonce-1"));
    nobody("/channels/mock/payments", signed).is(200, "MockAcknowledged");
    moneyComesThatNeedsAPerson(payNo);
  }

  private void moneyComesThatNeedsAPerson(String payNo) {
    assertThat(callback(payNo, "TRADE-3", "nonce-3").text("result")).isEqualTo("FAILED");
    Told unapplied = calls.by(OPERATOR).get("/payments/unapplied");
    unapplied.is(200, "UnappliedPayments");
    String id = unapplied.data().path(0).path("id").asString();
    operator("/payments/unapplied/" + id + "/accept", BECAUSE).is(200, "PaymentAccepted");
    assertThat(callback(created("SHOP-1003"), "TRADE-2", "nonce-4").text("result"))
        .isEqualTo("FAILED");
    calls.by(OPERATOR).get("/payments/trade?channel=MOCK&tradeNo=TRADE-2").is(200, "Trade");
    calls.by(OPERATOR).get("/payments/claims").is(200, "Claims");
  }

  private void requestsAreRefused() {
    String path = "/payments/PAY20261122120000123000000000099";
    shop("/payments", "{\"orderNo\":\"SHOP-1004\",\"amount\":1.234}").is(400, "BadRequest");
    calls.by(KeyedService.NOBODY).get(path).is(401, "NotAuthenticated");
    calls.by(SHOP).get(path + "/timeline").is(403, "NotAllowed");
    calls.by(SHOP).get(path).is(404, "NotFound");
    calls.by(SHOP).send("DELETE", path, "").is(405, "WrongMethod");
    shop("/payments", "{\"orderNo\":\"" + "0".repeat(64 * 1024) + "\"}").is(413, "BodyTooLarge");
  }

  private void operatorsLookAfterTheOutbox() {
    String outbox = "/actuator/outbox";
    calls.by(KeyedService.NOBODY).get("/actuator/health").is(200, "Health");
    await()
        .atMost(SOON)
        .until(() -> calls.by(OPERATOR).get(outbox).body().contains("\"pending\":0"));
    calls.by(OPERATOR).get(outbox).is(200, "Outbox");
    operator(outbox + "/pause", BECAUSE).is(200, "OutboxChanged");
    operator(outbox + "/resume", BECAUSE);
    String payNo = calls.by(SHOP).get("/payments/order/SHOP-1002").text("payNo");
    operator(
            outbox + "/replay",
            "{\"by\":\"li\",\"reason\":\"a consumer lost them\",\"payNo\":\"" + payNo + "\"}")
        .asked("Replay")
        .is(200, "Replayed");
  }

  private void paymentsAreLimited() {
    String limit = "/actuator/limits/MERCHANT/M-1001";
    String terms = "\"perTransaction\":5000,\"perDay\":8000,\"shards\":4";
    String why = "\"by\":\"li\",\"reason\":\"agreed with the merchant\"";
    Told put = calls.by(OPERATOR).send("PUT", limit, "{" + terms + "," + why + "}");
    put.asked("PutLimit").is(200, "PaymentLimit");
    ofMerchant("SHOP-1005", "5000.01").is(422, "LimitPerTransaction");
    String first = ofMerchant("SHOP-1006", "5000.00").text("payNo");
    String second = ofMerchant("SHOP-1007", "3000.01").text("payNo");
    shop("/payments/" + first + "/pay", "{}");
    shop("/payments/" + second + "/pay", "{}").is(422, "LimitPerDay");
    calls.by(OPERATOR).get("/actuator/limits/MERCHANT?limit=10").is(200, "PaymentLimits");
    calls.by(OPERATOR).get(limit).is(200, "LimitUsage");
    calls
        .by(OPERATOR)
        .send("DELETE", limit + "?by=li&reason=contract%20ended", "")
        .is(200, "LimitRemoved");
  }

  private Told ofMerchant(String orderNo, String amount) {
    String order =
        "{\"orderNo\":\"%s\",\"amount\":%s,\"merchantNo\":\"M-1001\",\"userNo\":\"U-7\"}";
    return shop("/payments", order.formatted(orderNo, amount));
  }

  private String created(String orderNo) {
    String order = "{\"orderNo\":\"%s\",\"amount\":5.00}";
    return shop("/payments", order.formatted(orderNo)).text("payNo");
  }

  private Told callback(String payNo, String tradeNo, String nonce) {
    String signature = signature(payNo, nonce);
    return nobody("/payments/mock-callback", CALLBACK.formatted(payNo, tradeNo, nonce, signature));
  }

  private String signature(String payNo, String nonce) {
    Told signed =
        calls
            .by(SHOP)
            .get(
                "/payments/generate-signature?payNo=%s&callbackStatus=SUCCESS&timestamp=1704067200000&nonce=%s"
                    .formatted(payNo, nonce));
    return signed.is(200, "Signature").text("signature");
  }

  /** Otherwise the timeline would show the event now before, now after what comes next. */
  private void awaitPublished(String payNo) {
    await()
        .atMost(SOON)
        .until(
            () ->
                calls
                    .by(OPERATOR)
                    .get("/payments/" + payNo + "/timeline")
                    .body()
                    .contains("\"PUBLISHED\""));
  }

  private Told shop(String target, String json) {
    return calls.by(SHOP).post(target, json);
  }

  private Told operator(String target, String json) {
    return calls.by(OPERATOR).post(target, json);
  }

  private Told nobody(String target, String json) {
    return calls.by(KeyedService.NOBODY).post(target, json);
  }
}
