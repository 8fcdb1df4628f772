package com.yuge.payment.app.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.client.ApiClient;
import com.yuge.payment.client.api.PayOrdersApi;
import com.yuge.payment.client.model.CreatePayOrderRequest;
import com.yuge.payment.client.model.ErrorAnswer;
import com.yuge.payment.client.model.ErrorCode;
import com.yuge.payment.client.model.OpenPaymentRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClientResponseException;

/** The generated client of a service whose channel is dead, and which lets nobody call often. */
class JavaClientRefusalsE2eTest {
  private static final String KEY = "a-generated-clients-key";
  private static final String HURRIED = "an-operators-key";

  /** Ten seconds' worth is free at once. */
  private static final int MORE_THAN_ALLOWED = 100;

  private static final ConfigurableApplicationContext SERVICE = ServiceInJvm.start(arguments());

  private static List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(TestStack.ONE.createDatabase("payment_java_refusals").arguments());
    arguments.removeIf(argument -> argument.startsWith("--payment.mock.url="));
    arguments.add("--payment.mock.url=http://127.0.0.1:1");
    arguments.add("--payment.rate-limit.client-per-second=1");
    // Made with sha256sum.
    arguments.addAll(client(0, "f8295e0074e0a01026ce218b8fe6ad361eaba038a8ddc4a4947afa9acc24f10b"));
    arguments.addAll(client(1, "f4be93e06e6a3642a7cd5add2bd36ddba21cec8a38ea57db7eea40fe7140a52f"));
    return arguments;
  }

  private static List<String> client(int index, String sha256) {
    String client = "--payment.security.clients[" + index + "].";
    return List.of(
        client + "name=refused-" + index,
        client + "roles=payments",
        client + "key-sha256=" + sha256);
  }

  private static PayOrdersApi orders(String key) {
    ApiClient client =
        new ApiClient(CheckedAnswers.client(ApiClient.buildRestClientBuilder(), false))
            .setBasePath("http://127.0.0.1:" + ServiceInJvm.port(SERVICE));
    client.setBearerToken(key);
    return new PayOrdersApi(client);
  }

  @AfterAll
  static void end() {
    ServiceInJvm.stop(SERVICE);
  }

  @Test
  void aDeadChannelIsAFailureOfAThirdParty() {
    PayOrdersApi orders = orders(KEY);
    CreatePayOrderRequest order = new CreatePayOrderRequest().orderNo("R-1").amount(BigDecimal.ONE);
    String payNo = orders.createPayOrder(order).getData().getPayNo();

    assertFailure(() -> orders.openPayment(payNo, new OpenPaymentRequest()), 502, ErrorCode.C0001);
  }

  @Test
  void whoCallsTooOftenIsToldSo() {
    PayOrdersApi orders = orders(HURRIED);

    assertFailure(
        () -> IntStream.range(0, MORE_THAN_ALLOWED).forEach(i -> found(orders)),
        429,
        ErrorCode.A0501);
  }

  /** There is no such order, and that is no matter. */
  private static void found(PayOrdersApi orders) {
    RestClientResponseException failure =
        requireNonNull(
            catchThrowableOfType(
                RestClientResponseException.class, () -> orders.getPayOrderByOrderNo("R-2")));
    if (failure.getStatusCode().value() != 404) {
      throw failure;
    }
  }

  private static void assertFailure(ThrowingCallable call, int status, ErrorCode code) {
    RestClientResponseException failure =
        requireNonNull(catchThrowableOfType(RestClientResponseException.class, call));
    assertThat(failure.getStatusCode().value()).isEqualTo(status);
    assertThat(requireNonNull(failure.getResponseBodyAs(ErrorAnswer.class)).getCode())
        .isEqualTo(code);
  }
}
