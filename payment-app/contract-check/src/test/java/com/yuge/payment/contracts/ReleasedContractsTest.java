package com.yuge.payment.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
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
  void aChangedHttpApiHasAHigherVersion() {
    assertRaised(
        Documents.openApi().equals(Documents.releasedOpenApi()),
        Documents.releasedOpenApi(),
        Documents.openApi());
  }

  @Test
  void changedEventsHaveAHigherVersion() {
    assertRaised(
        Documents.events().equals(Documents.releasedEvents())
            && Documents.asyncApi().equals(Documents.releasedAsyncApi()),
        Documents.releasedAsyncApi(),
        Documents.asyncApi());
  }

  private static void assertRaised(boolean same, ObjectNode released, ObjectNode current) {
    if (!same) {
      assertThat(version(current))
          .as("info.version of a contract that differs from the released one: raise it")
          .isGreaterThan(version(released));
    }
  }

  private static Version version(ObjectNode document) {
    return Version.parse(document.requiredAt("/info/version").asString());
  }

  @Test
  void theTopicIsTheReleasedOne() {
    ObjectNode released = Documents.releasedAsyncApi();

    assertThat(Documents.asyncApi().requiredAt(TOPIC)).isEqualTo(released.requiredAt(TOPIC));
  }
}
