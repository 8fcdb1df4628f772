package com.yuge.payment.app.hostile;

import com.yuge.payment.app.hostile.HostileRequests.Seeded;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same where callers need keys: with one nothing gets through, without one nothing is told. */
class ClosedServiceE2eTest {
  private static final Logger log = LoggerFactory.getLogger(ClosedServiceE2eTest.class);

  private static final String KEY = "hostile-tests-key";
  private static final String CALLER = "Authorization: Bearer " + KEY;
  private static final String SHA256 =
      "c38371136a766ffe79d69d4a3ee734fc4a43fd5912633eb1f7e5d20299902f16";

  /** Who is heard before anybody asks for keys: broken HTTP, methods and paths for no server. */
  private static final Set<String> BEFORE_KEYS =
      Set.of("400 A0400", "405 A0405", "0 A0301", "0 A0400", "400", "417", "501", "505", "0");

  /** In these the request line and the headers are in order. */
  private static final Set<Kind> IN_ORDER = EnumSet.of(Kind.JSON, Kind.ENCODING, Kind.PIPELINE);

  @Test
  void keysAreAskedForFirst() throws Exception {
    try (HostileService service = new HostileService("payment_hostile_closed", client())) {
      List<Endpoint> endpoints = Endpoint.all(service.api().with(KEY).paidOrder(Endpoint.ORDER_NO));
      List<Seeded> without = HostileRequests.of(endpoints, 100_001, 1_150);
      List<Seeded> with = without.stream().map(ClosedServiceE2eTest::withKey).toList();

      Tally strangers = new Attack(service, ClosedServiceE2eTest::toldToStranger).run(without);
      Tally clients = new Attack(service, (request, answers) -> Optional.empty()).run(with);

      log.info("{} hostile requests without a key:{}", without.size(), strangers);
      log.info("{} hostile requests with a key:{}", with.size(), clients);
      strangers.assertIsOf(without.size(), endpoints);
      clients.assertIsOf(with.size(), endpoints);
    }
  }

  private static List<String> client() {
    return List.of(
        "--payment.security.clients[0].name=hostile",
        "--payment.security.clients[0].roles=payments,refunds,ops",
        "--payment.security.clients[0].key-sha256=" + SHA256);
  }

  private static Seeded withKey(Seeded one) {
    return new Seeded(one.seed(), one.request().with(CALLER));
  }

  private static Optional<String> toldToStranger(HostileRequest request, List<HttpAnswer> answers) {
    return answers.stream()
        .filter(answer -> !mayBeTold(request, answer))
        .findFirst()
        .map(answer -> "told to who has no key");
  }

  private static boolean mayBeTold(HostileRequest request, HttpAnswer answer) {
    // What needs no key has answers of its own, also under paths near its own.
    if (request.endpoint().isOpen() || request.leadsElsewhere()) {
      return true;
    }
    boolean asked =
        answer.status() == 401 && (answer.code().equals("A0301") || request.asksNoBody());
    return asked || (!IN_ORDER.contains(request.kind()) && BEFORE_KEYS.contains(answer.shown()));
  }
}
