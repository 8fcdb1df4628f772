package com.yuge.payment.in.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.ConfigurationErrors;
import com.yuge.payment.in.security.SecurityProperties.Client;
import com.yuge.payment.in.security.SecurityProperties.KeyHash;
import com.yuge.payment.in.security.SecurityProperties.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecurityPropertiesTest {
  private static final String HASH = "0".repeat(64);
  private static final String OTHER = "f".repeat(64);

  private static final String MERCHANTS = "payment.security.clients[0].merchants=";

  @EnableConfigurationProperties(SecurityProperties.class)
  static class Bound {}

  /** A line for each setting of a client. */
  private static String client(int number, String name, String keys, String roles) {
    String prefix = "payment.security.clients[" + number + "].";
    return Stream.of(
            prefix + "name=" + name, prefix + "key-sha256=" + keys, prefix + "roles=" + roles)
        .filter(setting -> !setting.endsWith("="))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> refused(String... clients) {
    return ConfigurationErrors.fields(
        Bound.class, Stream.of(clients).flatMap(String::lines).toArray(String[]::new));
  }

  @Test
  void aWholeClientIsTakenAndTheCaseOfHashesIsNoMatter() {
    assertThat(refused(client(0, "shop", HASH + "," + OTHER.toUpperCase(Locale.ROOT), "payments")))
        .isEmpty();
    assertThat(new KeyHash("F".repeat(64))).isEqualTo(new KeyHash(OTHER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "-a", "a\tb"})
  void aNameHasAGrammar(String name) {
    assertThat(refused(client(0, name, HASH, "payments"))).containsExactly("clients[0].name");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "my-real-key", "g000000000000000000000000000000000000000000000000"})
  void aKeyIsNamedByItsHash(String hash) {
    assertThat(refused(client(0, "shop", HASH + "," + hash, "payments")))
        .containsExactly("clients[0].keySha256");
  }

  @Test
  void whatIsWrongIsToldAtOnceForEachClient() {
    assertThat(
            refused(
                client(0, "shop", HASH, ""),
                client(1, "shop", HASH, "payments"),
                client(2, "other", "", "payments")))
        .containsExactlyInAnyOrder(
            "clients[0].roles", "clients[1].name", "clients[1].keySha256", "clients[2].keySha256");
  }

  @Test
  void aClientMayBeBoundToMerchants() {
    assertThat(refused(client(0, "shop", HASH, "payments,refunds"), MERCHANTS + "M-1, M_2"))
        .isEmpty();
  }

  /** An empty value would bind the client to nobody, which is to everybody. */
  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void noMerchantAtAllIsNotAllOfThem(String merchants) {
    assertThat(refused(client(0, "shop", HASH, "payments"), MERCHANTS + merchants))
        .containsExactly("clients[0].merchants");
  }

  @ParameterizedTest
  @ValueSource(strings = {"M 1", "M-1,*", "M-1,M/2", "123456789012345678901234567890123"})
  void aMerchantsNumberHasAGrammar(String merchants) {
    assertThat(refused(client(0, "shop", HASH, "payments"), MERCHANTS + merchants))
        .singleElement()
        .asString()
        .startsWith("clients[0].merchants[");
  }

  @Test
  void anOperatorIsNotBoundToMerchants() {
    assertThat(refused(client(0, "li", HASH, "refunds,ops"), MERCHANTS + "M-1"))
        .containsExactly("clients[0].merchants");
  }

  /** The key itself, in the places where it may come to stand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.security.clients=my-real-key",
        "payment.security.clients[0]=my-real-key",
        "payment.security.clients[0].key-sha256=my-real-key",
        "payment.security.clients[0].key-sha256[0]=my-real-key"
      })
  void aKeyInPlaceOfItsHashIsRefusedAndNotTold(String setting) {
    new ApplicationContextRunner()
        .withUserConfiguration(Bound.class)
        .withPropertyValues(setting)
        .run(
            context ->
                assertThat(ConfigurationErrors.of(context.getStartupFailure()).text())
                    .contains("clients[0]")
                    .doesNotContain("my-real-key"));
  }

  @Test
  void hashesAreNotPrinted() {
    Client client = new Client("shop", List.of(new KeyHash(HASH)), Set.of(Role.PAYMENTS), null);

    assertThat(new SecurityProperties(List.of(client), false, false, false).toString())
        .contains("shop")
        .doesNotContain(HASH);
  }
}
