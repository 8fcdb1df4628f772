package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.orderservice.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A service that is killed: what it answered is not lost, and what it was at the next one takes up.
 */
class KillE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Faults NO_CALLBACK = Faults.ofCallbacks(OfCallbacks.LOST);

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_kill");
  private final StoredOrders stored = new StoredOrders(database.jdbc());
  private final StoredRefunds refunds = new StoredRefunds(database.jdbc());
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();

  private final Orders orderService = TestStack.ONE.orders();
  private final String paidOrder = orderNo();

  private String paid = "";
  private String asked = "";
  private String opening = "";
  private String openingPaid = "";
  private Paid refunding = new Paid("", "", "");

  @AfterEach
  void behave() {
    channel.behave();
  }

  /** One kill for all of it: each is a process that has to start. */
  @Test
  void theNextServiceCarriesOnWhereOneDied() {
    orderService.reserve(paidOrder, new BigDecimal("5.00"));
    workAndKill();
    assertThat(pending(paid)).isOne();
    assertThat(orderService.status(paidOrder)).contains("STOCK_RESERVED");
    assertThat(List.of(asked, opening, openingPaid))
        .extracting(stored::status)
        .containsOnly("PAYING");
    assertThat(stored.isHeld(asked)).isTrue();
    assertThat(refunds.statuses(refunding.payNo())).isEqualTo(Map.of("REFUNDING", 1L));

    try (ServiceProcess next = ServiceProcess.start("next", arguments())) {
      assertThat(next.api().find(paid).text("status")).isEqualTo("SUCCESS");
      stored.makeDue(asked); // As when its hold has ended.
      stored.awaitStatus(asked, "SUCCESS");
      stored.expire(opening);
      stored.expire(openingPaid);
      stored.awaitStatus(opening, "CLOSED");
      stored.awaitStatus(openingPaid, "SUCCESS");
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(orderService.status(paidOrder)).contains("PAID"));
      await().atMost(SOON).until(() -> pending(paid) == 0);
      assertThat(orderService.timesConsumed(paidOrder)).isOne();
      refunds.awaitDecided();
    }
    assertThat(refunds.statuses(refunding.payNo())).isEqualTo(Map.of("SUCCESS", 1L));
    assertThat(channel.refunded(refunding.payNo(), refunding.tradeNo())).isEqualTo("2.00");
    assertThat(stored.events(refunding.payNo()))
        .containsExactly("PAYMENT_SUCCEEDED", "REFUND_SUCCEEDED");
    assertThat(times(asked, "query")).isEqualTo(2);
    assertThat(stored.audit(asked)).containsExactly("OPEN BEGUN", "QUERY SUCCESS");
    assertThat(stored.audit(opening)).containsExactly("OPEN BEGUN", "QUERY UNPAID", "CLOSE CLOSED");
    assertThat(stored.audit(openingPaid)).containsExactly("OPEN BEGUN", "QUERY SUCCESS");
  }

  private void workAndKill() {
    // It does not publish, so that the event surely waits when it dies.
    try (ServiceProcess service =
        ServiceProcess.start("killed", arguments("--payment.outbox.relay.enabled=false"))) {
      PaymentApi api = service.api();
      paid = api.create(paidOrder, "5.00").text("payNo");
      Map<String, String> callback = api.signedCallback(paid, "SUCCESS", "MOCK_1", "abc123");
      assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED");
      asked = created(api);
      assertThat(api.pay(asked).http()).isEqualTo(200);
      channel.spoil(asked, hanging(Call.QUERY));
      assertThat(channel.pressPay(asked)).isEqualTo("PAID");
      opening = hangsOpening(api);
      openingPaid = hangsOpening(api);
      assertThat(channel.pressPay(openingPaid)).isEqualTo("PAID");
      refunding = hangsRefunding(api);
      stored.makeDue(asked);
      await().atMost(SOON).until(() -> times(asked, "query") == 1);
      service.kill();
      List.of(asked, opening, openingPaid, refunding.payNo())
          .forEach(payNo -> channel.spoil(payNo, NO_CALLBACK));
    }
  }

  /** It waits longer for the channel than it lives. */
  private List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.addAll(List.of("--payment.mock.read-timeout=30s", "--payment.mock.deadline=30s"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private String hangsOpening(PaymentApi api) {
    String payNo = created(api);
    channel.spoil(payNo, hanging(Call.OPEN));
    // Whatever it comes to: the service dies meanwhile, or has stopped waiting for the channel.
    var unused = CompletableFuture.runAsync(() -> api.pay(payNo));
    await().atMost(SOON).until(() -> times(payNo, "open") == 1);
    return payNo;
  }

  /** The channel has made the refund, and nobody was told. */
  private Paid hangsRefunding(PaymentApi api) {
    Paid order = new PaidOrders(api, channel).paid("5.00");
    channel.spoil(order.payNo(), hanging(Call.REFUND));
    var unused =
        CompletableFuture.runAsync(() -> new RefundApi(api).ask(order.payNo(), "R1", "2.00"));
    await().atMost(SOON).until(() -> channel.seen(order.payNo()).path("refunds").size() == 1);
    return order;
  }

  private static Faults hanging(Call call) {
    return Faults.ofAnswers(OfAnswer.HANG, call).with(OfCallbacks.LOST);
  }

  private static String created(PaymentApi api) {
    return api.create(orderNo(), "5.00").text("payNo");
  }

  private static String orderNo() {
    return "KILL-" + UUID.randomUUID().toString().substring(0, 18);
  }

  private int pending(String payNo) {
    return database
        .jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key = ?")
        .param(payNo)
        .query(Integer.class)
        .single();
  }

  private int times(String payNo, String call) {
    return channel.seen(payNo).path(call).asInt();
  }
}
