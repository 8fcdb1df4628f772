package com.yuge.payment.app.e2e;

import static com.yuge.payment.app.e2e.StatementsApi.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.StatementsApi.Planned;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.app.proof.Delivery;
import com.yuge.payment.app.proof.ProofTopic;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.MockChannelService;
import com.yuge.payment.channelfakes.mock.MockChannelSettings;
import com.yuge.payment.devstack.MockChannelServer;
import com.yuge.payment.devstack.RocketMqServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A day whose callbacks were lost and whose statement has a defect: what a query can settle settles
 * itself, and an operator decides the rest.
 */
class StatementE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final double QUICK_RETRIES = 0.001;
  private static final Faults NO_CALLBACK = Faults.ofCallbacks(OfCallbacks.LOST);

  private final MockChannelService bank;
  private final MockChannelClient channel;
  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_statement_story");
  private final ConfigurableApplicationContext service;
  private final PaymentApi api;
  private final StatementsApi statements;
  private final StoredOrders stored = new StoredOrders(database.jdbc());
  private final Planned statement;

  /** With a channel of its own: the shared one has no payments of an earlier day. */
  StatementE2eTest(@TempDir Path folder) {
    this.bank =
        MockChannelService.start(
            new MockChannelSettings(
                0, folder.resolve("journal"), MockChannelServer.SECRET, QUICK_RETRIES));
    this.channel = new MockChannelClient(bank.url());
    this.service = ServiceInJvm.start(arguments(database, bank));
    this.api = ServiceInJvm.api(service);
    this.statements = new StatementsApi(api);
    this.statement = statements.planned("MOCK", "ALL");
  }

  // Only what a statement causes queries the channel.
  private static List<String> arguments(ServiceDatabase database, MockChannelService bank) {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.removeIf(argument -> argument.startsWith("--payment.mock.url="));
    arguments.add("--payment.mock.url=" + bank.url());
    arguments.add("--payment.reconcile.enabled=false");
    arguments.addAll(StatementsApi.OFTEN);
    return arguments;
  }

  @AfterEach
  void end() {
    ServiceInJvm.stop(service);
    bank.close();
  }

  @Test
  void aLineOfALostCallbackCausesAQueryWhichSettlesTheOrder() {
    String open = paidUnheard();
    String failed = opened();
    Answer told = api.callback(api.signedCallback(failed, "FAILED", "MOCK_F", "nonce-f"));
    assertThat(told.text("result")).isEqualTo("PROCESSED");
    String late = channel.payAt(failed, statement.noon());

    JsonNode matched = statements.fetchAgain(statement);

    assertThat(matched.path("lines").asInt()).isEqualTo(2);
    for (String payNo : List.of(open, failed)) {
      JsonNode settled = statements.discrepancy("RESOLVED", payNo);
      assertThat(text(settled, "type")).isEqualTo("SHORT_STATUS");
      assertThat(text(settled, "resolution")).isEqualTo("QUERY");
      assertThat(statements.discrepancies("OPEN", payNo)).isEmpty();
    }
    assertThat(stored.status(open)).isEqualTo("SUCCESS");
    assertThat(stored.events(open)).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(stored.status(failed)).as("it had ended").isEqualTo("FAILED");
    assertThat(text(api.find(failed).data().path("unappliedPayments").path(0), "tradeNo"))
        .isEqualTo(late);
  }

  @Test
  void anOperatorResolvesWhatNoQueryCanAndOpensItAgain() {
    String payNo = paidUnheard();
    assertThat(api.reconcile(payNo).text("result")).isEqualTo("DECIDED");
    channel.spoil(payNo, NO_CALLBACK.with(BillFault.OVER));

    JsonNode matched = statements.fetchAgain(statement);

    JsonNode open = statements.discrepancy("OPEN", payNo);
    assertThat(text(open, "type")).isEqualTo("SHORT_CASH");
    assertThat(text(open, "ours")).isEqualTo("5.00");
    assertThat(text(open, "theirs")).isEqualTo("5.01");
    await("it is queried four times, and then no more")
        .atMost(SOON)
        .until(() -> statements.discrepancy("OPEN", payNo).path("queries").asInt() == 4);
    assertThat(api.find(payNo).data().path("amount").asDouble()).isEqualTo(5.0);

    assertThat(statements.resolve(open, "the channel's mistake")).isTrue();
    assertThat(text(statements.discrepancy("RESOLVED", payNo), "resolution")).isEqualTo("ACCEPTED");
    assertThat(statements.reopen(open, "not theirs")).isTrue();

    assertThat(statements.discrepancies("OPEN", payNo)).hasSize(1);
    assertThat(statements.history(open))
        .extracting(step -> text(step, "resolution"), step -> text(step.path("reason"), "reason"))
        .containsExactly(tuple("ACCEPTED", "the channel's mistake"), tuple("", "not theirs"));
    assertThat(matched.path("compared").asBoolean()).as("later days are missing").isFalse();
  }

  @Test
  void whoListensHearsThatTheStatementIsMatched() {
    String unused = paidUnheard();
    String eventId = "STATEMENT-" + statement.id() + "-2";

    try (ProofTopic topic =
        new ProofTopic(TestStack.ONE.servers().nameServerAddress(), RocketMqServers.TOPIC, false)) {
      statements.fetchAgain(statement);

      assertThat(topic.read(List.of(eventId)))
          .filteredOn(event -> event.eventId().equals(eventId))
          .singleElement()
          .extracting(Delivery::key)
          .isEqualTo("STATEMENT-" + statement.id());
    }
  }

  /** An order that is paid on the statement's day, of which the service hears nothing. */
  private String paidUnheard() {
    String payNo = opened();
    String unused = channel.payAt(payNo, statement.noon());
    return payNo;
  }

  private String opened() {
    String orderNo = "ST-" + UUID.randomUUID().toString().substring(0, 18);
    String payNo = api.create(orderNo, "5.00").text("payNo");
    channel.spoil(payNo, NO_CALLBACK);
    assertThat(api.pay(payNo).http()).isEqualTo(200);
    return payNo;
  }
}
