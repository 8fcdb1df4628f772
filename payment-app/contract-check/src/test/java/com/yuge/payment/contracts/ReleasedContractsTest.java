package com.yuge.payment.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What was released keeps working for those who use it. */
class ReleasedContractsTest {
  private static final String TOPIC = "/channels/paymentEvents/address";

  @Test
  void theHttpApiIsCompatibleWithTheReleasedOne() {
    Comparison comparison = Comparison.ofOpenApi(Documents.releasedOpenApi(), Documents.openApi());

    assertThat(comparison.isCompatible()).as(comparison.report()).isTrue();
  }

  @Test
  void theEventsAreCompatibleWithTheReleasedOnes() {
    assertThat(Documents.releasedEvents()).hasSizeGreaterThan(2);

    Comparison comparison = Comparison.ofEvents(Documents.releasedEvents(), Documents.events());

    assertThat(comparison.isCompatible()).as(comparison.report()).isTrue();
  }

  @Test
  void theTopicIsTheReleasedOne() {
    ObjectNode released = Documents.releasedAsyncApi();

    assertThat(Documents.asyncApi().requiredAt(TOPIC)).isEqualTo(released.requiredAt(TOPIC));
  }
}
