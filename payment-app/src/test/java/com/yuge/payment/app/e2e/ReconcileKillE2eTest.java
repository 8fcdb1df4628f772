package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.mockchannel.Faults;
import com.yuge.payment.mockchannel.Faults.Call;
import com.yuge.payment.mockchannel.Faults.OfAnswer;
import com.yuge.payment.mockchannel.Faults.OfCallbacks;
import com.yuge.payment.mockchannel.MockChannelClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that is killed while it waits for the channel; the next one takes up what it left. */
class ReconcileKillE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Faults NO_CALLBACK = Faults.ofCallbacks(OfCallbacks.LOST);

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_reconcile_kill");
  private final StoredOrders stored = new StoredOrders(database.jdbc());
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();

  private String asked = "";
  private String opening = "";
  private String openingPaid = "";

  @AfterEach
  void behave() {
    channel.behave();
  }

  /** One kill for all three: each is a process that has to start. */
  @Test
  void ordersWhoseServiceDiedInTheMidstAreDecidedByTheNextOne() {
    workAndKill();
    assertThat(List.of(asked, opening, openingPaid))
        .extracting(stored::status)
        .containsOnly("PAYING");
    assertThat(stored.isHeld(asked)).isTrue();

    try (ServiceProcess next = ServiceProcess.start("reconciles", arguments())) {
      assertThat(next.api().find(asked).http()).isEqualTo(200);
      // Not made due: its hold ends.
      stored.awaitStatus(asked, "SUCCESS");
      stored.expire(opening);
      stored.expire(openingPaid);
      stored.awaitStatus(opening, "CLOSED");
      stored.awaitStatus(openingPaid, "SUCCESS");
    }
    assertThat(times(asked, "query")).isEqualTo(2);
    assertThat(stored.audit(asked)).containsExactly("OPEN BEGUN", "QUERY SUCCESS");
    assertThat(stored.audit(opening)).containsExactly("OPEN BEGUN", "QUERY UNPAID", "CLOSE CLOSED");
    assertThat(stored.audit(openingPaid)).containsExactly("OPEN BEGUN", "QUERY SUCCESS");
  }

  private void workAndKill() {
    try (ServiceProcess service = ServiceProcess.start("scanned", arguments())) {
      PaymentApi api = service.api();
      asked = created(api);
      assertThat(api.pay(asked).http()).isEqualTo(200);
      channel.spoil(asked, hanging(Call.QUERY));
      assertThat(channel.pressPay(asked)).isEqualTo("PAID");
      opening = hangsOpening(api);
      openingPaid = hangsOpening(api);
      assertThat(channel.pressPay(openingPaid)).isEqualTo("PAID");
      stored.makeDue(asked);
      await().atMost(SOON).until(() -> times(asked, "query") == 1);
      service.kill();
      List.of(asked, opening, openingPaid).forEach(payNo -> channel.spoil(payNo, NO_CALLBACK));
    }
  }

  /** It waits longer for the channel than it lives, and its successor not for long. */
  private List<String> arguments() {
    return Stream.concat(
            database.arguments().stream(),
            Stream.of(
                "--payment.mock.read-timeout=30s",
                "--payment.mock.deadline=30s",
                "--payment.reconcile.hold=15s"))
        .toList();
  }

  private String hangsOpening(PaymentApi api) {
    String payNo = created(api);
    channel.spoil(payNo, hanging(Call.OPEN));
    // Whatever it comes to: the service dies meanwhile, or has stopped waiting for the channel.
    var unused = CompletableFuture.runAsync(() -> api.pay(payNo));
    await().atMost(SOON).until(() -> times(payNo, "open") == 1);
    return payNo;
  }

  private static Faults hanging(Call call) {
    return new Faults(OfAnswer.HANG, Set.of(call), 0, OfCallbacks.LOST, 1, false);
  }

  private static String created(PaymentApi api) {
    return api.create("RKL-" + UUID.randomUUID().toString().substring(0, 18), "5.00").text("payNo");
  }

  private int times(String payNo, String call) {
    return channel.seen(payNo).path(call).asInt();
  }
}
