package com.yuge.payment.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Test support stands for other companies and programs, so it knows nothing of the service. */
class SupportRulesTest {
  /** Rule 13. Pay numbers and money have one grammar on both sides. */
  static final ArchRule FAKES_SEE_SHARED_TYPES = seesOnly("channelfakes..", "domain.shared");

  /** Rule 13. */
  static final ArchRule STACK_SEES_FAKES = seesOnly("devstack..", "channelfakes..");

  /** Rule 13: it consumes events with the kit, as any consumer can. */
  static final ArchRule ORDER_SERVICE_SEES_THE_KIT = seesOnly("orderservice..", "consumer..");

  /** Rule 13: it reads events as JSON, because other programs run it. */
  static final ArchRule KIT_SEES_ITSELF = seesOnly("consumer..");

  private static ArchRule seesOnly(String own, String... others) {
    String[] seen =
        Stream.concat(Stream.of(own), Stream.of(others))
            .map(name -> ProductionClasses.BASE + "." + name)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(seen[0])
        .should()
        .dependOnClassesThat(
            resideInAPackage(ProductionClasses.BASE + "..").and(not(resideInAnyPackage(seen))));
  }

  @Test
  void fakeChannelsSeeSharedTypesOnly() {
    FAKES_SEE_SHARED_TYPES.check(ProductionClasses.SUPPORT);
  }

  @Test
  void theServersSeeTheFakeChannelsOnly() {
    STACK_SEES_FAKES.check(ProductionClasses.SUPPORT);
  }

  @Test
  void theOrderServiceSeesTheConsumerKitOnly() {
    ORDER_SERVICE_SEES_THE_KIT.check(ProductionClasses.SUPPORT);
  }

  @Test
  void theConsumerKitSeesNothingOfOurs() {
    KIT_SEES_ITSELF.check(ProductionClasses.SUPPORT);
  }
}
