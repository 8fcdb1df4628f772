package com.yuge.payment.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is shipped: our classes out of jars and class folders, without tests and their support. */
final class ProductionClasses {
  static final String BASE = "com.yuge.payment";
  private static final String[] OF_SUPPORT = {
    BASE + ".channelfakes..",
    BASE + ".client..",
    BASE + ".consumer..",
    BASE + ".devstack..",
    BASE + ".orderservice.."
  };
  private static final JavaClasses MAIN =
      new ClassFileImporter().withImportOption(new Main()).importPackages(BASE);
  static final JavaClasses ALL = MAIN.that(not(resideInAnyPackage(OF_SUPPORT)));

  /** The main classes of all modules that are not in the service's jar. */
  static final JavaClasses SUPPORT = MAIN.that(resideInAnyPackage(OF_SUPPORT));

  private ProductionClasses() {}

  // Sibling modules come as jars in a build and as folders in an IDE, so jars must be looked into.
  private static final class Main implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/")
          && !location.matches(java.util.regex.Pattern.compile(".*-tests\\.jar.*"));
    }
  }
}
