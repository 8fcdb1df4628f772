package com.yuge.payment.in.security;

import static com.yuge.payment.in.security.TwoMerchants.A;
import static com.yuge.payment.in.security.TwoMerchants.B;
import static com.yuge.payment.in.security.TwoMerchants.OPERATOR;
import static com.yuge.payment.in.security.TwoMerchants.UNBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.contract.OpenApiDocument;
import com.yuge.payment.in.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client of merchant A asks every endpoint for what merchant B has. The endpoints are those of
 * the service and of the document, so nobody can forget a new one.
 */
class MerchantIsolationTest {
  /** What the callers get who may ask, where that is not 200. */
  private static final Map<String, Integer> ANSWERS =
      Map.of(
          "POST /payments/refunds/{refundNo}/cancel", 409,
          "POST /payments/refunds/{refundNo}/resolve", 409);

  /** One for all requests of A, because they change nothing. */
  private static TwoMerchants merchants;

  @BeforeAll
  static void start() throws Exception {
    merchants = new TwoMerchants();
  }

  @AfterAll
  static void stop() {
    merchants.close();
  }

  static Stream<Endpoint> endpoints() {
    return Endpoint.documented();
  }

  @Test
  void theseAreAllEndpoints() {
    assertThat(Endpoint.served(merchants.http))
        .isEqualTo(
            endpoints().map(Endpoint::toString).collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void whatIsOfAnotherMerchantIsNotThere(Endpoint endpoint) throws Exception {
    RequestAboutB request = RequestAboutB.of(endpoint, merchants);
    List<?> state = state();

    Answer answer = request.by(A, merchants);

    Set<Integer> refused =
        endpoint.toString().equals(RequestAboutB.CREATE) ? Set.of(409) : Set.of(403, 404);
    assertThat(answer.response().getStatus()).isIn(refused);
    assertThat(merchants.secrets())
        .filteredOn(secret -> !request.says(secret))
        .noneMatch(answer.body()::contains);
    if (endpoint.method().equals("GET")) {
      assertThat(request.asHead(A, merchants).response().getStatus()).isIn(refused);
    }
    assertThat(state()).isEqualTo(state);
  }

  /** Otherwise one could try numbers until one is taken. */
  @ParameterizedTest
  @MethodSource("endpoints")
  void whatIsOfAnotherMerchantIsAsWhatNobodyHas(Endpoint endpoint) throws Exception {
    RequestAboutB request = RequestAboutB.of(endpoint, merchants);
    if (request.hasNumberInPath()) {
      assertThat(request.by(A, merchants).body())
          .isEqualTo(request.ofNobody().by(A, merchants).body());
    }
  }

  /** The same request is answered to a caller who may send it. So A was not refused for less. */
  @ParameterizedTest
  @MethodSource("endpoints")
  void whoMayAskIsAnswered(Endpoint endpoint) throws Exception {
    try (TwoMerchants changed = new TwoMerchants()) {
      Answer answer = RequestAboutB.of(endpoint, changed).by(rightful(endpoint), changed);

      assertThat(answer.response().getStatus())
          .isEqualTo(ANSWERS.getOrDefault(endpoint.toString(), 200));
    }
  }

  private static String rightful(Endpoint endpoint) {
    if (operation(endpoint).roles().equals(Optional.of(Set.of("ops")))) {
      return OPERATOR;
    }
    return endpoint.toString().equals(RequestAboutB.SIGN) ? UNBOUND : B;
  }

  private static Operation operation(Endpoint endpoint) {
    return OpenApiDocument.ONE.operations().stream()
        .filter(one -> one.toString().equals(endpoint.toString()))
        .findFirst()
        .orElseThrow();
  }

  /** How often anything was committed, and what channels were asked. */
  private static List<?> state() {
    return List.of(
        merchants.http.store().commits(),
        merchants.http.bean(FakeChannel.class).asked(),
        merchants.http.bean(FakeChannel.class).opened(),
        merchants.http.bean(FakeRefunds.class).asked());
  }
}
