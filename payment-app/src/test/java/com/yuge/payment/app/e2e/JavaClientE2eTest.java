package com.yuge.payment.app.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.client.ApiClient;
import com.yuge.payment.client.api.LimitsApi;
import com.yuge.payment.client.api.OrderOperationsApi;
import com.yuge.payment.client.api.PayOrdersApi;
import com.yuge.payment.client.api.RefundsApi;
import com.yuge.payment.client.model.AmountStatus;
import com.yuge.payment.client.model.CreatePayOrderRequest;
import com.yuge.payment.client.model.CreateRefundRequest;
import com.yuge.payment.client.model.ErrorAnswer;
import com.yuge.payment.client.model.ErrorCode;
import com.yuge.payment.client.model.LimitScope;
import com.yuge.payment.client.model.OpenPaymentRequest;
import com.yuge.payment.client.model.OperatorReason;
import com.yuge.payment.client.model.PayOrder;
import com.yuge.payment.client.model.PayStatus;
import com.yuge.payment.client.model.PutLimitRequest;
import com.yuge.payment.client.model.Refund;
import com.yuge.payment.client.model.RefundStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** A shop uses the client that is generated from the OpenAPI document. */
class JavaClientE2eTest {
  private static final String KEY = "a-generated-clients-key";
  private static final String OPERATOR = "an-operators-key";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ServiceDatabase DATABASE =
      TestStack.ONE.createDatabase("payment_java_client");
  private static final ConfigurableApplicationContext SERVICE = ServiceInJvm.start(arguments());

  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final PayOrdersApi orders = new PayOrdersApi(client(KEY));
  private final RefundsApi refunds = new RefundsApi(client(KEY));

  private static List<String> arguments() {
    List<String> arguments = new ArrayList<>(DATABASE.arguments());
    arguments.add("--payment.security.clients[0].name=shop");
    arguments.add("--payment.security.clients[0].roles=payments,refunds");
    // Made with sha256sum.
    arguments.add(
        "--payment.security.clients[0].key-sha256=f8295e0074e0a01026ce218b8fe6ad361eaba038a8ddc4a4947afa9acc24f10b");
    arguments.add("--payment.security.clients[1].name=operator");
    arguments.add("--payment.security.clients[1].roles=ops");
    arguments.add(
        "--payment.security.clients[1].key-sha256=f4be93e06e6a3642a7cd5add2bd36ddba21cec8a38ea57db7eea40fe7140a52f");
    return arguments;
  }

  private static ApiClient client(String key) {
    return client(key, ServiceInJvm.port(SERVICE), false);
  }

  private static ApiClient client(String key, int port, boolean operators) {
    RestClient checked = CheckedAnswers.client(ApiClient.buildRestClientBuilder(), operators);
    ApiClient client = new ApiClient(checked).setBasePath("http://127.0.0.1:" + port);
    client.setBearerToken(key);
    return client;
  }

  @AfterAll
  static void end() {
    ServiceInJvm.stop(SERVICE);
  }

  @Test
  void aShopCreatesPaysFindsAndRefunds() {
    PayOrder order = created("99.90");
    TestStack.ONE.orders().reserve(order.getOrderNo(), order.getAmount());
    assertThat(order.getStatus()).isEqualTo(PayStatus.INIT);
    assertThat(order.getAmount()).isEqualByComparingTo("99.90");

    PayOrder opened = orders.openPayment(order.getPayNo(), new OpenPaymentRequest()).getData();
    assertThat(opened.getStatus()).isEqualTo(PayStatus.PAYING);
    assertThat(requireNonNull(opened.getPayment()).getPayUrl()).startsWith("http");

    String tradeNo = channel.pay(order.getPayNo(), "99.90");
    // A callback by MD5 tells no amount, and without one nothing is refunded.
    await().atMost(SOON).until(() -> found(order).getAmountStatus() == AmountStatus.CONFIRMED);
    assertThat(found(order).getStatus()).isEqualTo(PayStatus.SUCCESS);
    assertThat(found(order).getChannelTradeNo()).isEqualTo(tradeNo);
    assertThat(orders.getPayOrderByOrderNo(order.getOrderNo()).getData()).isEqualTo(found(order));

    Refund refund = refunded(order, "R1", "30.00");
    await().atMost(SOON).until(() -> found(refund).getStatus() == RefundStatus.SUCCESS);
    assertThat(found(order).getRefundedAmount()).isEqualByComparingTo("30.00");
    assertThat(refunds.getRefundsOfPayOrder(order.getPayNo()).getData())
        .extracting(Refund::getRefundNo)
        .containsExactly(refund.getRefundNo());
  }

  @Test
  void anUnknownOrderIsNotFound() {
    assertFailure(() -> orders.getPayOrder("PAY" + "0".repeat(29)), 404, ErrorCode.A0404);
  }

  @Test
  void aMalformedFieldIsNamed() {
    ErrorAnswer error = assertFailure(() -> created("ORD-1", "0.001"), 400, ErrorCode.A0400);

    assertThat(error.getMessage()).contains("amount");
  }

  @Test
  void anotherAmountOfTheSameOrderIsAConflict() {
    PayOrder order = created("5.00");

    ErrorAnswer error =
        assertFailure(() -> created(order.getOrderNo(), "6.00"), 409, ErrorCode.A0409);

    assertThat(requireNonNull(error.getData()).getCause()).isEqualTo("DIFFERENT");
  }

  @Test
  void aPaymentAboveALimitIsToldWhoseLimitItIs() {
    LimitsApi limits = new LimitsApi(client(OPERATOR, ServiceInJvm.managementPort(SERVICE), true));
    PutLimitRequest limit =
        new PutLimitRequest().perTransaction(BigDecimal.TEN).by("li").reason("a new user");
    assertThat(limits.putLimit(LimitScope.USER, "U-7", limit).getVersion()).isOne();
    CreatePayOrderRequest above =
        new CreatePayOrderRequest().orderNo("ORD-LIMIT").amount(new BigDecimal("10.01"));

    ErrorAnswer error =
        assertFailure(() -> orders.createPayOrder(above.userNo("U-7")), 422, ErrorCode.A0605);

    assertThat(requireNonNull(error.getData()).getCause()).isEqualTo("PER_TRANSACTION");
    assertThat(requireNonNull(error.getData()).getScope()).isEqualTo(LimitScope.USER);
    assertThat(orders.createPayOrder(above.userNo("U-8")).getData().getUserNo()).isEqualTo("U-8");
  }

  @Test
  void aWrongKeyIsRefused() {
    PayOrdersApi stranger = new PayOrdersApi(client("another-key"));

    assertFailure(() -> stranger.getPayOrderByOrderNo("ORD-1"), 401, ErrorCode.A0301);
  }

  @Test
  void aRoleThatTheKeyDoesNotHaveIsRefused() {
    OrderOperationsApi operations = new OrderOperationsApi(client(KEY));

    OperatorReason reason = new OperatorReason().by("shop").reason("it takes long");

    assertFailure(
        () -> operations.checkPayOrder("PAY" + "0".repeat(29), reason), 403, ErrorCode.A0301);
  }

  private PayOrder created(String amount) {
    return created(UUID.randomUUID().toString().replace("-", ""), amount);
  }

  private PayOrder created(String orderNo, String amount) {
    return orders
        .createPayOrder(new CreatePayOrderRequest().orderNo(orderNo).amount(new BigDecimal(amount)))
        .getData();
  }

  private PayOrder found(PayOrder order) {
    return orders.getPayOrder(order.getPayNo()).getData();
  }

  private Refund refunded(PayOrder order, String refundOrderNo, String amount) {
    CreateRefundRequest request =
        new CreateRefundRequest()
            .refundOrderNo(refundOrderNo)
            .amount(new BigDecimal(amount))
            .reason("out of stock");
    return refunds.createRefund(order.getPayNo(), request).getData();
  }

  private Refund found(Refund refund) {
    return refunds.getRefund(refund.getRefundNo()).getData();
  }

  private static ErrorAnswer assertFailure(ThrowingCallable call, int status, ErrorCode code) {
    RestClientResponseException failure =
        requireNonNull(catchThrowableOfType(RestClientResponseException.class, call));
    ErrorAnswer error = requireNonNull(failure.getResponseBodyAs(ErrorAnswer.class));
    assertThat(failure.getStatusCode().value()).isEqualTo(status);
    assertThat(error.getCode()).isEqualTo(code);
    return error;
  }
}
