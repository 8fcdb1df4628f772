package com.yuge.payment.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db/payment",
        "jdbc:mysql://db:3306/payment?useSSL=true",
        "jdbc:mysql://db/payment?sslMode=PREFERRED",
        "jdbc:mysql://db/payment?sslMode=DISABLED",
        "jdbc:mysql://db/payment?sslMode=",
        "jdbc:mysql://db/payment?sslMode=REQUIRED&sslMode=DISABLED",
        "jdbc:mysql://(host=db,sslMode=DISABLED)/payment?sslMode=REQUIRED",
        "jdbc:mysql://db/payment?xsslMode=REQUIRED",
        "jdbc:mysql://127.0.0.1,db/payment",
        "jdbc:mysql://localhost.example.com/payment",
        "jdbc:mysql://root@127.0.0.1/payment",
        "jdbc:mysql+srv://127.0.0.1.example.com/payment",
        "jdbc:mysql:loadbalance://10.0.0.1,10.0.0.2/payment",
        "jdbc:mysql://address=(host=127.0.0.1)/payment"
      })
  void aDatabaseElsewhereWithoutTlsIsPlain(String url) {
    assertThat(TransportRules.isPlainDatabase(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db/payment?sslMode=REQUIRED",
        "jdbc:mysql://db/payment?connectTimeout=1000&sslmode=verify_ca",
        "jdbc:mysql://(host=db,sslMode=VERIFY_IDENTITY)/payment",
        "jdbc:mysql://127.0.0.1:3306/payment",
        "jdbc:mysql://localhost/payment?sslMode=DISABLED",
        "jdbc:mysql:replication://127.0.0.1:1,127.0.0.2:2/payment",
        "jdbc:mysql://[::1]:3306/payment"
      })
  void oneWithTlsOrOnThisMachineIsNot(String url) {
    assertThat(TransportRules.isPlainDatabase(url)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mq:9876", "127.0.0.1:9876;10.0.0.1:9876", "localhost.example.com:9876"})
  void aNameServerElsewhereIsSeen(String nameServers) {
    assertThat(TransportRules.isElsewhere(nameServers)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9876;127.0.0.2:9876", "localhost:9876", "[::1]:9876"})
  void oneOnThisMachineIsNot(String nameServers) {
    assertThat(TransportRules.isElsewhere(nameServers)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis://cache:6379", "redis://:secret@10.0.0.1:6379"})
  void aRedisElsewhereWithoutTlsIsPlain(URI uri) {
    assertThat(TransportRules.isPlainRedis(uri, List.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rediss://cache:6379", "redis://:secret@127.0.0.1:6379", "redis://[::1]:6379"})
  void oneWithTlsOrOnThisMachineIsNot(URI uri) {
    assertThat(TransportRules.isPlainRedis(uri, List.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "redis://127.0.0.1:6379, 127.0.0.1:26379;localhost:26380, false",
    "redis://127.0.0.1:6379, 127.0.0.1:26379;sentinel:26379, true",
    "redis://cache:6379, 127.0.0.1:26379, true",
    "rediss://cache:6379, sentinel:26379, false"
  })
  void aSentinelElsewhereNeedsTlsToo(URI uri, String sentinels, boolean plain) {
    assertThat(TransportRules.isPlainRedis(uri, List.of(sentinels.split(";", -1))))
        .isEqualTo(plain);
  }
}
