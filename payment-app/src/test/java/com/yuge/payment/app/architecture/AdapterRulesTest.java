package com.yuge.payment.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterRulesTest {
  /** Rule 2. */
  static final ArchRule IN_SEES_ITSELF_AND_THE_DOMAIN = seesOnly("com.yuge.payment.in..");

  /** Rule 2. */
  static final ArchRule OUT_SEES_ITSELF_AND_THE_DOMAIN = seesOnly("com.yuge.payment.out..");

  /** Rule 7, first half: an annotated use case would hold a connection during a channel call. */
  static final ArchRule NO_TRANSACTIONAL =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional");

  /** Rule 7, second half. */
  static final ArchRule TRANSACTIONS_BEGIN_IN_ONE_PLACE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("com.yuge.payment.out.jdbc.JdbcTransactions")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.transaction.support.TransactionTemplate");

  /**
   * Rule 9: an adapter is reached through its port. What web adapters share lies in in.web, what
   * the adapters of the other side share in out, what channels share in out.channel and
   * out.channel.statement, themselves and not below. What the JDK's ServiceLoader makes has to be
   * public.
   */
  static final ArchRule ADAPTERS_ARE_HIDDEN =
      classes()
          .that()
          .resideInAnyPackage("com.yuge.payment.in..", "com.yuge.payment.out..")
          .and()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .haveSimpleNameEndingWith("Configuration")
          .orShould()
          .haveSimpleNameEndingWith("Properties")
          .orShould()
          .implement("org.apache.rocketmq.logging.org.slf4j.spi.SLF4JServiceProvider")
          .orShould()
          .resideInAnyPackage(
              "com.yuge.payment.in.web",
              "com.yuge.payment.out",
              "com.yuge.payment.out.channel",
              "com.yuge.payment.out.channel.statement");

  /** Rule 12: what several of one side need is in.web's, or is a port. */
  static final ArchRule NO_ADAPTER_KNOWS_ANOTHER =
      classes()
          .should(new KnowNoSibling("com.yuge.payment.in", "com.yuge.payment.in.web"))
          .andShould(new KnowNoSibling("com.yuge.payment.out"));

  /** Rule 12: a channel is one package. What readers of statements share is one, too. */
  static final ArchRule NO_CHANNEL_KNOWS_ANOTHER =
      classes()
          .should(
              new KnowNoSibling(
                  "com.yuge.payment.out.channel", "com.yuge.payment.out.channel.statement"));

  private static ArchRule seesOnly(String side) {
    return noClasses()
        .that()
        .resideInAPackage(side)
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.yuge.payment..")
                .and(not(resideInAnyPackage(side, "com.yuge.payment.domain.."))));
  }

  @Test
  void adaptersSeeTheirOwnSideAndTheDomain() {
    IN_SEES_ITSELF_AND_THE_DOMAIN.check(ProductionClasses.ALL);
    OUT_SEES_ITSELF_AND_THE_DOMAIN.check(ProductionClasses.ALL);
  }

  @Test
  void transactionsAreBegunInOnePlaceAndNeverByAnnotation() {
    NO_TRANSACTIONAL.check(ProductionClasses.ALL);
    TRANSACTIONS_BEGIN_IN_ONE_PLACE.check(ProductionClasses.ALL);
  }

  /** Rule 8. */
  @ParameterizedTest
  @CsvSource({
    "org.springframework.jdbc.., com.yuge.payment.out.jdbc",
    "org.apache.rocketmq.., com.yuge.payment.out.rocketmq",
    "redis.clients.., com.yuge.payment.out.redis",
    "org.springframework.security.., com.yuge.payment.in.security",
    "io.github.bucket4j.., com.yuge.payment.out.redis",
    "io.github.resilience4j.., com.yuge.payment.out.[channel|redis]",
    "org.mapstruct.., com.yuge.payment.in.rest"
  })
  void eachTechnologyHasItsPackage(String technology, String home) {
    staysIn(technology, home).check(ProductionClasses.ALL);
  }

  static ArchRule staysIn(String technology, String home) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(technology);
  }

  @Test
  void noAdapterKnowsAnotherAndNoChannelEither() {
    NO_ADAPTER_KNOWS_ANOTHER.check(ProductionClasses.ALL);
    NO_CHANNEL_KNOWS_ANOTHER.check(ProductionClasses.ALL);
  }

  @Test
  void adaptersAreHidden() {
    ADAPTERS_ARE_HIDDEN.check(ProductionClasses.ALL);
  }
}
