package com.yuge.payment.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.contract.OpenApiDocument;
import com.yuge.payment.in.contract.Operation;
import com.yuge.payment.in.security.Callers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation is called with a key of each role, and with none. No call changes anything. */
class DocumentedRolesE2eTest {
  private static final Map<String, String> KEYS =
      Map.of("payments", Callers.SHOP, "refunds", Callers.REFUNDER, "ops", Callers.OPERATOR);

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "payNo", "PAY20240101123000123000000000099",
          "orderNo", "ORD-1",
          "refundNo", "REF20240101123000123000000000099",
          "refundOrderNo", "R-1",
          "id", "999999",
          "name", "outbox",
          "key", "PAY20240101123000123000000000099",
          "eventId", "PAY20240101123000123000000000099-1",
          "scope", "USER",
          "subject", "U-1");

  private static final Pattern PARAMETER = Pattern.compile("\\{(.+?)}");

  static Stream<Arguments> calls() {
    return OpenApiDocument.ONE.operations().stream()
        .flatMap(
            operation ->
                Stream.of("none", "payments", "refunds", "ops")
                    .map(role -> Arguments.of(operation, role)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("calls")
  void whoMayCallWhatIsWhatTheDocumentSays(Operation operation, String role) {
    Optional<Set<String>> roles = operation.roles();
    int refused = refusal(call(operation, KEYS.getOrDefault(role, KeyedService.NOBODY)));
    boolean allowed = roles.isEmpty() || roles.get().contains(role);

    assertThat(refused).isEqualTo(allowed ? 0 : role.equals("none") ? 401 : 403);
  }

  private static HttpResponse<String> call(Operation operation, String key) {
    String body = operation.part().get("requestBody").exists() ? "{}" : "";
    boolean operators = operation.isOfOperators();
    return KeyedService.ONE.send(
        key,
        operators,
        KeyedService.ONE.request(operators, operation.method(), path(operation), body));
  }

  private static String path(Operation operation) {
    return PARAMETER
        .matcher(operation.path())
        .replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
  }

  private static String value(String parameter) {
    return Optional.ofNullable(PARAMETERS.get(parameter))
        .orElseThrow(() -> new AssertionError("no value for the parameter " + parameter));
  }

  /**
   * The status that says that the key was refused; 0 if it was not. The document has the code too.
   */
  private static int refusal(HttpResponse<String> answer) {
    boolean refused = answer.statusCode() >= 400 && answer.body().contains("\"A0301\"");
    return refused ? answer.statusCode() : 0;
  }
}
