package com.yuge.payment.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 10: a rule about a package that holds nothing passes whatever one does. */
class SentinelTest {
  private static final Map<String, Long> CLASSES = packages(ProductionClasses.ALL);
  private static final Map<String, Long> SUPPORT = packages(ProductionClasses.SUPPORT);

  private static Map<String, Long> packages(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
  }

  /** A new package is named here, so that somebody thinks of its rules. */
  @Test
  void everyPackageHoldsClasses() {
    assertThat(CLASSES)
        .containsOnlyKeys(
            "com.yuge.payment.app",
            "com.yuge.payment.app.settings",
            "com.yuge.payment.domain",
            "com.yuge.payment.domain.audit",
            "com.yuge.payment.domain.callback",
            "com.yuge.payment.domain.channel",
            "com.yuge.payment.domain.limit",
            "com.yuge.payment.domain.order",
            "com.yuge.payment.domain.outbox",
            "com.yuge.payment.domain.outbox.operations",
            "com.yuge.payment.domain.outbox.relay",
            "com.yuge.payment.domain.reconcile",
            "com.yuge.payment.domain.refund",
            "com.yuge.payment.domain.retention",
            "com.yuge.payment.domain.shared",
            "com.yuge.payment.domain.statement",
            "com.yuge.payment.in.callback",
            "com.yuge.payment.in.job",
            "com.yuge.payment.in.ops",
            "com.yuge.payment.in.rest",
            "com.yuge.payment.in.security",
            "com.yuge.payment.in.web",
            "com.yuge.payment.out",
            "com.yuge.payment.out.channel",
            "com.yuge.payment.out.channel.alipay",
            "com.yuge.payment.out.channel.mock",
            "com.yuge.payment.out.channel.statement",
            "com.yuge.payment.out.channel.wechat",
            "com.yuge.payment.out.jdbc",
            "com.yuge.payment.out.outbox",
            "com.yuge.payment.out.random",
            "com.yuge.payment.out.redis",
            "com.yuge.payment.out.rocketmq");
  }

  @Test
  void everyPackageOfTestSupportHoldsClasses() {
    assertThat(SUPPORT)
        .containsOnlyKeys(
            "com.yuge.payment.channelfakes.alipay",
            "com.yuge.payment.channelfakes.bill",
            "com.yuge.payment.channelfakes.http",
            "com.yuge.payment.channelfakes.mock",
            "com.yuge.payment.channelfakes.rsa",
            "com.yuge.payment.channelfakes.wechat",
            "com.yuge.payment.client",
            "com.yuge.payment.client.api",
            "com.yuge.payment.client.auth",
            "com.yuge.payment.client.model",
            "com.yuge.payment.consumer",
            "com.yuge.payment.devstack",
            "com.yuge.payment.orderservice");
  }

  @Test
  void noPackageIsOutsideTheKnownLayers() {
    assertThat(CLASSES.keySet())
        .allMatch(
            name ->
                Stream.of("app", "domain", "in", "out")
                    .anyMatch(layer -> name.startsWith(ProductionClasses.BASE + "." + layer)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework.jdbc",
        "org.apache.rocketmq",
        "redis.clients",
        "io.github.resilience4j",
        "org.mapstruct"
      })
  void everyTechnologyNamedInARuleIsUsed(String technology) {
    assertThat(ProductionClasses.ALL.stream())
        .anyMatch(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().getPackageName().startsWith(technology)));
  }
}
