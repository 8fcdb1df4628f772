package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.SignedCallback;
import com.yuge.payment.channelfakes.mock.Signing;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The round trips to the database that each request costs, as the server sees them: on a network
 * every one of them takes longer than its statement. No statement prepares or switches anything.
 */
class RoundTripsE2eTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String NAME = "round_trips";
  private static final Money AMOUNT = Money.cny(new BigDecimal("7.00"));
  private static final Signing HMAC = Signing.hmac("dev-1", "development-only-callback-key-0001");
  private static final ServiceDatabase DATABASE = TestStack.ONE.createDatabase(NAME);
  private static final ConfigurableApplicationContext SERVICE = ServiceInJvm.start(arguments());
  private static final PaymentApi API = ServiceInJvm.api(SERVICE);
  private static final RoundTrips TRIPS = RoundTrips.of(DATABASE.jdbc(), NAME);

  private static final List<String> CALLBACK =
      List.of(
          "LOCK t_pay_order",
          "INSERT t_pay_trade",
          "INSERT t_pay_callback_log",
          "UPDATE t_pay_order",
          "INSERT t_outbox_event",
          "INSERT t_outbox_pending",
          "COMMIT");

  private final String orderNo = anOrderNo();

  // One connection for transactions and one for single statements: nothing needs two of a kind.
  private static List<String> arguments() {
    List<String> arguments = new ArrayList<>(DATABASE.arguments());
    arguments.add("--payment.reconcile.enabled=false");
    arguments.add("--payment.audit.enabled=false");
    arguments.add("--payment.statements.enabled=false");
    arguments.add("--payment.statements.queries.enabled=false");
    arguments.add("--spring.datasource.hikari.maximum-pool-size=2");
    return arguments;
  }

  @BeforeAll
  static void prepareAllStatements() {
    for (int n = 0; n < 3; n++) {
      String used = anOrderNo();
      String payNo = create(used);
      create(used);
      API.find(payNo);
      API.pay(payNo);
      Map<String, String> callback = success(payNo);
      API.callback(callback);
      API.callback(callback);
    }
    awaitPublished();
  }

  @AfterAll
  static void stop() {
    TRIPS.close();
    ServiceInJvm.stop(SERVICE);
  }

  @BeforeEach
  void begin() {
    TRIPS.forget();
  }

  @Test
  void aNewOrderIsOneStatement() {
    create(orderNo);

    assertThat(TRIPS.naming(orderNo)).containsExactly(List.of("INSERT t_pay_order"));
  }

  @Test
  void aRepeatOfItFindsTheNumberTaken() {
    create(orderNo);
    TRIPS.forget();

    create(orderNo);

    assertThat(TRIPS.naming(orderNo))
        .containsExactly(List.of("INSERT t_pay_order"), List.of("SELECT t_pay_order"));
  }

  @Test
  void aReadIsOneStatement() {
    String payNo = create(orderNo);
    TRIPS.forget();

    API.find(payNo);

    assertThat(TRIPS.naming(payNo)).containsExactly(List.of("SELECT t_pay_order"));
  }

  /** It is PAYING before the channel hears of it, and has the address once the channel gave it. */
  @Test
  void paymentIsBegunAndOpenedInTwoTransactions() {
    String payNo = create(orderNo);
    TRIPS.forget();

    assertThat(API.pay(payNo).text("payUrl")).isNotEmpty();

    assertThat(TRIPS.naming(payNo))
        .containsExactlyInAnyOrder(
            List.of(
                "LOCK t_pay_order", "UPDATE t_pay_order", "INSERT t_pay_reconcile_audit", "COMMIT"),
            List.of("LOCK t_pay_order", "UPDATE t_pay_order", "COMMIT"),
            List.of("SELECT t_pay_trade"));
  }

  @Test
  void aCallbackIsOneTransactionAndSoIsTheRelaysPart() {
    String payNo = create(orderNo);
    SignedCallback callback =
        SignedCallback.ofSuccess(new PayNo(payNo), AMOUNT, Instant.now(), HMAC);
    TRIPS.forget();

    assertThat(API.callback(callback).text("result")).isEqualTo("PROCESSED");
    awaitPublished();

    assertThat(TRIPS.naming(payNo)).containsExactly(CALLBACK);
    assertThat(TRIPS.naming("t_outbox_published"))
        .containsExactly(
            List.of("DELETE t_outbox_partition", "INSERT t_outbox_published", "COMMIT"));
  }

  /** It is planned to be asked for, by the same update. */
  @Test
  void aCallbackWithoutAnAmountCostsNoMore() {
    String payNo = create(orderNo);
    Map<String, String> callback = success(payNo);
    TRIPS.forget();

    assertThat(API.callback(callback).text("result")).isEqualTo("PROCESSED");

    assertThat(TRIPS.naming(payNo)).containsExactly(CALLBACK);
  }

  @Test
  void aRepeatOfACallbackIsCounted() {
    String payNo = create(orderNo);
    Map<String, String> callback = success(payNo);
    API.callback(callback);
    awaitPublished();
    TRIPS.forget();

    API.callback(callback);

    assertThat(TRIPS.naming(payNo, "t_pay_callback_log"))
        .containsExactlyInAnyOrder(
            List.of("SELECT t_pay_order"),
            List.of("SELECT t_pay_trade"),
            List.of(
                "SELECT t_pay_callback_log",
                "UPDATE t_pay_callback_log",
                "SELECT t_pay_callback_log",
                "INSERT t_pay_callback_log",
                "COMMIT"));
  }

  private static String anOrderNo() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String create(String orderNo) {
    return API.create(orderNo, "7.00").text("payNo");
  }

  private static Map<String, String> success(String payNo) {
    return API.signedCallback(payNo, "SUCCESS", "MOCK", "abc123");
  }

  private static void awaitPublished() {
    await().atMost(SOON).until(() -> pending() == 0);
  }

  private static int pending() {
    return DATABASE
        .jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key <> ''")
        .query(Integer.class)
        .single();
  }
}
