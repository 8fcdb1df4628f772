package com.yuge.payment.app.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule sees its violation; one that never fails would forbid nothing. */
class ViolationsTest {
  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter()
          .importPackages(
              "com.yuge.payment.domain.violations",
              "com.yuge.payment.domain.outbox.violations",
              "com.yuge.payment.domain.outbox.relay.violations",
              "com.yuge.payment.domain.hen",
              "com.yuge.payment.domain.egg",
              "com.yuge.payment.in.violations",
              "com.yuge.payment.out.channel.violations",
              "com.yuge.payment.out.violations",
              "com.yuge.payment.channelfakes.violations",
              "com.yuge.payment.consumer.violations",
              "com.yuge.payment.devstack.violations",
              "com.yuge.payment.orderservice.violations");

  @Test
  void rule1TheDomainDependsOnItselfAndThePlainJdk() {
    assertSeen(DomainRulesTest.DEPENDS_ON_NOTHING, "domain.violations.KnowsDigests");
  }

  @Test
  void rule2AdaptersSeeTheirOwnSideAndTheDomain() {
    assertSeen(AdapterRulesTest.IN_SEES_ITSELF_AND_THE_DOMAIN, "in.violations.ReachesOut");
    assertSeen(AdapterRulesTest.OUT_SEES_ITSELF_AND_THE_DOMAIN, "out.violations.ReachesIn");
  }

  @Test
  void rule3SlicesAreFreeOfCycles() {
    assertSeen(DomainRulesTest.SLICES_FREE_OF_CYCLES, "domain.hen.Hen");
    assertSeen(DomainRulesTest.SLICES_FREE_OF_CYCLES, "domain.egg.Egg");
  }

  @Test
  void rule4TopLevelClassesAreFinal() {
    assertSeen(DomainRulesTest.TOP_LEVEL_CLASSES_ARE_FINAL, "domain.violations.IsNotFinal");
  }

  @Test
  void rule5EveryPortHasAnAdapter() {
    assertSeen(DomainRulesTest.PORTS_HAVE_ADAPTERS, "domain.violations.LonelyPort");
  }

  @Test
  void rule6PayOrdersAreBuiltByFew() {
    assertSeen(DomainRulesTest.PAY_ORDERS_ARE_BUILT_BY_FEW, "in.violations.BuildsPayOrders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReadsTheClock", "RollsDice"})
  void rule6TimeAndChanceComeFromOutside(String violator) {
    assertSeen(DomainRulesTest.NO_CLOCK_AND_NO_CHANCE, "domain.violations." + violator);
  }

  @Test
  void rule7TransactionsAreBegunInOnePlaceAndNeverByAnnotation() {
    assertSeen(AdapterRulesTest.NO_TRANSACTIONAL, "out.violations.IsTransactional");
    assertSeen(
        AdapterRulesTest.TRANSACTIONS_BEGIN_IN_ONE_PLACE, "out.violations.BeginsTransactions");
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.jdbc.., com.yuge.payment.out.jdbc, KnowsJdbc",
    "org.apache.rocketmq.., com.yuge.payment.out.rocketmq, KnowsRocketMq",
    "redis.clients.., com.yuge.payment.out.redis, KnowsJedis",
    "io.github.resilience4j.., com.yuge.payment.out.[channel|redis], KnowsResilience4j",
    "org.mapstruct.., com.yuge.payment.in.rest, KnowsMapStruct"
  })
  void rule8EachTechnologyHasItsPackage(String technology, String home, String violator) {
    assertSeen(AdapterRulesTest.staysIn(technology, home), "out.violations." + violator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in.violations.IsPublic", "out.violations.IsPublic"})
  void rule9AdaptersAreHidden(String violator) {
    assertSeen(AdapterRulesTest.ADAPTERS_ARE_HIDDEN, violator);
  }

  @Test
  void rule13TestSupportKnowsNothingOfTheService() {
    assertSeen(SupportRulesTest.FAKES_SEE_SHARED_TYPES, "channelfakes.violations.KnowsPayOrders");
    assertSeen(SupportRulesTest.STACK_SEES_FAKES, "devstack.violations.KnowsTheService");
    assertSeen(SupportRulesTest.ORDER_SERVICE_SEES_THE_KIT, "orderservice.violations.KnowsPayNos");
    assertSeen(SupportRulesTest.KIT_SEES_ITSELF, "consumer.violations.KnowsTrades");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KnowsPayOrders", "KnowsPayNumbers"})
  void rule11TheOutboxKnowsNoPayments(String violator) {
    assertSeen(DomainRulesTest.OUTBOX_KNOWS_NO_PAYMENTS, "domain.outbox.violations." + violator);
  }

  @Test
  void rule11TheRelayKnowsNoOperators() {
    assertSeen(
        DomainRulesTest.RELAY_KNOWS_NO_OPERATORS, "domain.outbox.relay.violations.KnowsOperators");
  }

  @Test
  void rule12NoAdapterKnowsAnother() {
    assertSeen(AdapterRulesTest.NO_ADAPTER_KNOWS_ANOTHER, "in.violations.KnowsAnotherAdapter");
    assertSeen(AdapterRulesTest.NO_ADAPTER_KNOWS_ANOTHER, "out.violations.KnowsAnotherAdapter");
  }

  @Test
  void rule12NoChannelKnowsAnother() {
    assertSeen(
        AdapterRulesTest.NO_CHANNEL_KNOWS_ANOTHER, "out.channel.violations.KnowsAnotherChannel");
  }

  // A rule that finds nothing to check fails too, but names nobody.
  private static void assertSeen(ArchRule rule, String violator) {
    assertThatThrownBy(() -> rule.check(VIOLATIONS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(ProductionClasses.BASE + "." + violator);
  }
}
