package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.hostile.HostileRequests.Seeded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is sent: no failure of ours, no changed row, the envelope, and at once. */
class OpenServiceE2eTest {
  private static final Logger log = LoggerFactory.getLogger(OpenServiceE2eTest.class);

  @Test
  void nothingHostileGetsThrough() throws Exception {
    HostileService service = OpenService.ONE;
    Tables.Rows none = service.tables().rows();
    List<Endpoint> endpoints = Endpoint.all(service.api().paidOrder(Endpoint.ORDER_NO));
    assertThat(service.tables().rows()).as("a change that is seen").isNotEqualTo(none);
    List<Seeded> requests = HostileRequests.of(endpoints, 1, 2_800);

    Tally tally = new Attack(service, (request, answers) -> Optional.empty()).run(requests);

    log.info("{} hostile requests:{}", requests.size(), tally);
    tally.assertIsOf(requests.size(), endpoints);
  }
}
