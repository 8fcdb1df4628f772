package com.yuge.payment.in.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.in.security.SecurityProperties.Client;
import com.yuge.payment.in.security.SecurityProperties.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityPropertiesTest {
  private static final String HASH = "0".repeat(64);
  private static final String OTHER = "f".repeat(64);
  private static final Set<Role> ROLES = Set.of(Role.PAYMENTS);

  private static SecurityProperties of(Client... clients) {
    return new SecurityProperties(List.of(clients), false, false);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a b", "-a", "a\n"})
  void aNameHasAGrammar(String name) {
    assertThatThrownBy(() -> of(new Client(name, List.of(HASH), ROLES)))
        .hasMessageStartingWith("payment.security.clients[0].name must ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my-real-key", "g000000000000000000000000000000000000000000000000"})
  void aKeyIsNamedByItsHashAndIsNotTold(String hash) {
    assertThatThrownBy(() -> of(new Client("shop", List.of(HASH, hash), ROLES)))
        .hasMessageStartingWith("payment.security.clients[0].key-sha256 must ")
        .hasMessageNotContaining("my-real-key");
  }

  @Test
  void whatIsWrongIsToldAtOnceForEachClient() {
    assertThatThrownBy(
            () ->
                of(
                    new Client("shop", List.of(HASH), Set.of()),
                    new Client("shop", List.of(HASH), ROLES),
                    new Client("other", List.of(), ROLES)))
        .hasMessageContainingAll(
            "payment.security.clients[0].roles",
            "payment.security.clients[1].name",
            "payment.security.clients[1].key-sha256",
            "payment.security.clients[2].key-sha256");
  }

  @Test
  void hashesAreNotPrinted() {
    assertThat(of(new Client("shop", List.of(HASH, OTHER), ROLES)))
        .hasToString("SecurityProperties[clients=[shop], plainDatabase=false, plainRedis=false]");
  }
}
