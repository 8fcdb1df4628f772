package com.yuge.payment.in.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;

class AccessRulesTest {
  @ParameterizedTest
  @CsvSource({
    "/actuator, GET, /actuator/health, PAYMENTS, true",
    "/actuator, POST, /actuator/health, PAYMENTS, false",
    "/actuator, GET, /actuator/outbox, PAYMENTS, false",
    "/actuator, GET, /actuator/outbox, OPS, true",
    "/actuator, GET, /moved/outbox, PAYMENTS, false",
    "/moved, GET, /moved/info, PAYMENTS, true",
    "/moved, GET, /moved/outbox, PAYMENTS, false",
    "'', GET, /health, PAYMENTS, true",
    "'', GET, /outbox, PAYMENTS, false"
  })
  void whateverTheOperatorsPathsAreOnlyTheyReachThem(
      String base, String method, String path, String role, boolean granted) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    TestingAuthenticationToken caller =
        new TestingAuthenticationToken("caller", "", "ROLE_" + role);

    assertThat(
            requireNonNull(AccessRules.ofOperators(base).authorize(() -> caller, request))
                .isGranted())
        .isEqualTo(granted);
  }
}
