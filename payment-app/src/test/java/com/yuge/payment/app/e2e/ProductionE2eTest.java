package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.app.settings.SettingsCheck;
import com.yuge.payment.out.channel.mock.MockCallbackProperties;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service as production has it: the profile, keys, and nothing that is for development. */
@TestInstance(Lifecycle.PER_CLASS)
class ProductionE2eTest {
  private static final String SHOP = "shop-key-of-the-production-test";
  static final String OPERATOR = "operator-key-of-the-production-test";
  private static final String PAY_NO = "PAY20261122120000123000000000001";
  private static final Map<String, String> REASON = Map.of("by", "li", "reason", "test");

  private final ConfigurableApplicationContext service = start();
  private final PaymentApi nobody = ServiceInJvm.api(service);
  private final PaymentApi shop = nobody.with(SHOP);
  private final PaymentApi operator = nobody.with(OPERATOR);

  private static ConfigurableApplicationContext start() {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addListeners(new SettingsCheck());
    ServiceDatabase database = TestStack.ONE.createDatabase("payment_production");
    return application.run(arguments(database).toArray(String[]::new));
  }

  /** The command line of a service in production. */
  static List<String> arguments(ServiceDatabase database) {
    Stream<String> settings =
        Stream.of(
            "--spring.profiles.active=production",
            "--payment.callback.keys[0].id=production-1",
            "--payment.callback.keys[0].secret=a-callback-secret-of-the-production-test",
            "--payment.mock.enabled=false",
            "--payment.security.clients[0].name=shop",
            "--payment.security.clients[0].key-sha256=30d7485ee864afb0482bba3cf428d2d2775017ab5f56b746384ac721454a0d20",
            "--payment.security.clients[0].roles=payments",
            "--payment.security.clients[1].name=operator",
            "--payment.security.clients[1].key-sha256=affebbb60cc46babd336ea0c439bdeff77a08371cdd46e7edfda3d0068fc0141",
            "--payment.security.clients[1].roles=ops");
    Stream<String> servers =
        database.arguments().stream()
            .filter(argument -> !argument.contains("profiles") && !argument.contains(".mock."));
    return Stream.concat(servers, settings).toList();
  }

  @AfterAll
  void stop() {
    ServiceInJvm.stop(service);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /payments/generate-signature",
    "GET, /cashier/PAY20261122120000123000000000001",
    "POST, /payments/mock-callback",
    "POST, /payments/nothing",
    "GET, /nowhere",
    "GET, /order-service/orders/ORD1",
    "POST, /order-service/orders/ORD1/cancel"
  })
  void whatIsForDevelopmentIsNotThere(String method, String path) {
    is(call(shop, method, path), 404, "A0404");
    // Not even a path that is there is told to who has no key.
    is(call(nobody, method, path), 401, "A0301");
  }

  private static Answer call(PaymentApi caller, String method, String path) {
    return method.equals("GET") ? caller.get(path) : caller.post(path, Map.of());
  }

  /** Nothing is said of it here, so production's own default counts, in what the service uses. */
  @Test
  void theOldSchemeDoesNotCount() {
    assertThat(service.getBean(MockCallbackProperties.class).callback().md5Accepted()).isFalse();
  }

  @Test
  void withoutAChannelNoOrderIsMade() {
    Answer refused = shop.create("PROD-1", "1.00");

    is(refused, 400, "A0400");
    assertThat(refused.body().path("message").asString()).startsWith("channel");
    is(shop.find(PAY_NO), 404, "A0404");
  }

  @Test
  void healthNeedsNoKeyAndTellsNothingMore() {
    assertThat(nobody.get("/actuator/health").body().propertyNames())
        .containsExactlyInAnyOrder("status", "groups");
    assertThat(operator.get("/actuator/health").body().path("components").propertyNames())
        .containsExactlyInAnyOrder(
            "auditJob",
            "db",
            "discrepanciesJob",
            "diskSpace",
            "livenessState",
            "outbox",
            "outboxMaintenance",
            "ping",
            "readinessState",
            "reconcile",
            "refundJob",
            "statementsJob",
            "unappliedMoney",
            "undecidedRefunds");
    assertThat(shop.get("/actuator/health").body().path("components").isMissingNode()).isTrue();
  }

  @Test
  void anInstanceIsReadyWhileItsThreadsLive() {
    assertThat(operator.get("/actuator/health/readiness").body().path("components").propertyNames())
        .containsExactlyInAnyOrder(
            "readinessState", "outbox", "outboxMaintenance", "reconcile", "refundJob");
  }

  @Test
  void infoTellsOperatorsTheBuildAndTheCommit() {
    JsonNode info = operator.get("/actuator/info").body();

    assertThat(info.path("build").path("version").asString()).isNotEmpty();
    // Sources without a repository have no commit.
    assertThat(info.propertyNames()).isSubsetOf("build", "git");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /actuator",
    "GET, /actuator/info",
    "GET, /actuator/outbox",
    "GET, /actuator/metrics"
  })
  void allElseOfTheManagementPortIsForOperators(String method, String path) {
    is(nobody.get(path), 401, "A0301");
    is(shop.get(path), 403, "A0301");
    assertThat(operator.get(path).http()).isEqualTo(200);
  }

  @Test
  void prometheusReadsOurMetricsWithAnOperatorsKey() {
    is(nobody.get("/actuator/prometheus"), 401, "A0301");
    is(shop.get("/actuator/prometheus"), 403, "A0301");
    assertThat(operator.text("/actuator/prometheus"))
        .contains(
            "payment_outbox_published_total", "payment_unapplied_open", "hikaricp_connections")
        .doesNotContain("jvm_info");
  }

  @ParameterizedTest
  @ValueSource(strings = {"beans", "configprops", "env", "heapdump", "loggers", "threaddump"})
  void whatTellsSecretsIsNotThere(String endpoint) {
    is(operator.get("/actuator/" + endpoint), 404, "A0404");
  }

  @Test
  void theManagementPortSpeaksTheEnvelopeToo() {
    is(operator.get("/actuator/nothing"), 404, "A0404");
    is(operator.get("/actuator/outbox/nothing"), 404, "A0404");
    is(operator.getOfOperators("/error"), 404, "A0404");
    is(operator.getOfOperators("/nothing"), 404, "A0404");
    is(operator.post("/actuator/outbox/pause", Map.of("by", "li")), 400, "A0400");
    is(operator.get("/actuator/health?" + "a=1&".repeat(1001)), 400, "A0400");
  }

  @Test
  void operatorsHaveAnOrderChecked() {
    is(operator.post("/payments/" + PAY_NO + "/reconcile", REASON), 404, "A0404");
    is(shop.post("/payments/" + PAY_NO + "/reconcile", REASON), 403, "A0301");
  }

  private static void is(Answer answer, int http, String code) {
    JsonNode body = answer.body();
    assertThat(body.propertyNames()).as("%s", body).containsExactly("code", "message", "data");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.http()).isEqualTo(http);
  }
}
