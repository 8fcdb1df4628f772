package com.yuge.payment.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainRulesTest {
  private static final String DOMAIN = "com.yuge.payment.domain..";

  /** A port may pass a file on as a stream. No other part of java.io is the domain's business. */
  private static final String STREAMS = "java\\.io\\.(InputStream|OutputStream|IOException)";

  /** Rule 1. An allow-list: what is not named here is an adapter's business. */
  static final ArchRule DEPENDS_ON_NOTHING =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      DOMAIN,
                      "java.lang..",
                      "java.util..",
                      "java.time..",
                      "java.math..",
                      "org.jspecify.annotations")
                  .or(nameMatching(STREAMS)));

  /** Rule 3. */
  static final ArchRule SLICES_FREE_OF_CYCLES =
      slices().matching("com.yuge.payment.domain.(*)..").should().beFreeOfCycles();

  /** Rule 4. */
  static final ArchRule TOP_LEVEL_CLASSES_ARE_FINAL =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .and()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveModifier(JavaModifier.FINAL);

  /** Rule 5: a port is a non-sealed interface of the domain; a kind of event is none. */
  static final ArchRule PORTS_HAVE_ADAPTERS =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .and()
          .areInterfaces()
          .and(describe("are not sealed", type -> !type.reflect().isSealed()))
          .and()
          .doNotBelongToAnyOf(DomainEvent.class)
          .and()
          .doNotHaveSimpleName("package-info")
          .should(new HaveAnAdapter());

  /** Rule 6, first half: only who knows the invariants or the row may build an order. */
  static final ArchRule PAY_ORDERS_ARE_BUILT_BY_FEW =
      noClasses()
          .that()
          .doNotBelongToAnyOf(PayOrder.class)
          .and()
          .resideOutsideOfPackage("com.yuge.payment.out.jdbc")
          .should()
          .callConstructorWhere(
              describe(
                  "builds a PayOrder",
                  call -> call.getTargetOwner().isEquivalentTo(PayOrder.class)));

  /** Rule 6, second half: time and chance come from outside, so that a test can decide them. */
  static final ArchRule NO_CLOCK_AND_NO_CHANCE =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .callMethodWhere(
              describe(
                  "is now() or randomUUID()",
                  call -> Set.of("now", "randomUUID").contains(call.getTarget().getName())));

  /** Rule 11, first half: it publishes whatever has a key, so it knows nothing that pays. */
  static final ArchRule OUTBOX_KNOWS_NO_PAYMENTS =
      classes()
          .that()
          .resideInAPackage("com.yuge.payment.domain.outbox..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "com.yuge.payment.domain.outbox..",
                      "com.yuge.payment.domain.shared",
                      "java..",
                      "org.jspecify.annotations")
                  .and(not(belongToAnyOf(PayNo.class, OrderNo.class, TradeNo.class, Money.class))));

  /** Rule 11, second half: the relay runs as it does whoever looks at it. */
  static final ArchRule RELAY_KNOWS_NO_OPERATORS =
      noClasses()
          .that()
          .resideInAPackage("com.yuge.payment.domain.outbox.relay..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.yuge.payment.domain.outbox.operations..");

  @Test
  void domainDependsOnItselfAndThePlainJdk() {
    DEPENDS_ON_NOTHING.check(ProductionClasses.ALL);
  }

  @Test
  void slicesAreFreeOfCycles() {
    SLICES_FREE_OF_CYCLES.check(ProductionClasses.ALL);
  }

  @Test
  void topLevelClassesAreFinal() {
    TOP_LEVEL_CLASSES_ARE_FINAL.check(ProductionClasses.ALL);
  }

  @Test
  void payOrdersAreBuiltByThemselvesAndByTheirTable() {
    PAY_ORDERS_ARE_BUILT_BY_FEW.check(ProductionClasses.ALL);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    NO_CLOCK_AND_NO_CHANCE.check(ProductionClasses.ALL);
  }

  @Test
  void theOutboxIsAnEngineOfItsOwn() {
    OUTBOX_KNOWS_NO_PAYMENTS.check(ProductionClasses.ALL);
    RELAY_KNOWS_NO_OPERATORS.check(ProductionClasses.ALL);
  }

  @Test
  void everyPortHasAnAdapter() {
    PORTS_HAVE_ADAPTERS.check(ProductionClasses.ALL);
  }
}
