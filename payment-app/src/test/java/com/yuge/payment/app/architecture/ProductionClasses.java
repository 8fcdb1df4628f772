package com.yuge.payment.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is shipped: our classes out of jars and class folders, without tests. */
final class ProductionClasses {
  static final String BASE = "com.yuge.payment";
  static final JavaClasses ALL =
      new ClassFileImporter().withImportOption(new Shipped()).importPackages(BASE);

  private ProductionClasses() {}

  // Sibling modules come as jars in a build and as folders in an IDE, so jars must be looked into.
  private static final class Shipped implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/")
          && !location.matches(java.util.regex.Pattern.compile(".*-tests\\.jar.*"));
    }
  }
}
