package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.hostile.Shots.Seeded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is sent: no failure of ours, no changed row, and the envelope. */
class OpenServiceE2eTest {
  private static final Logger log = LoggerFactory.getLogger(OpenServiceE2eTest.class);
  private static final long FROM = Long.getLong("hostile.from", 1);
  private static final int COUNT = Integer.getInteger("hostile.count", 3_200);

  @Test
  void nothingHostileGetsThrough() throws Exception {
    try (HostileService service = new HostileService("payment_hostile_open", List.of())) {
      String payNo = service.paidOrder(List.of());
      Map<String, Long> before = service.tables().checksums();
      List<Map<String, Object>> believed = service.tables().believedCallbacks();
      List<Seeded> shots = Shots.of(Endpoint.all(payNo), FROM, COUNT);

      Attack attack = new Attack(service, (shot, answers) -> Optional.empty());
      attack.run(shots);

      log.info("{} hostile requests:{}", shots.size(), attack.seen());
      assertThat(attack.complaints()).isEmpty();
      assertThat(service.tables().checksums()).isEqualTo(before);
      assertThat(service.tables().believedCallbacks()).isEqualTo(believed);
    }
  }
}
