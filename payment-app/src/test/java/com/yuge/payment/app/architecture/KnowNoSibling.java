package com.yuge.payment.app.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;

/** What lies below one package of a parent knows nothing that lies below another of it. */
final class KnowNoSibling extends ArchCondition<JavaClass> {
  private final String prefix;
  private final Set<String> shared;

  /**
   * @param shared packages of the parent that all of them may know
   */
  KnowNoSibling(String parent, String... shared) {
    super("know no other package of " + parent);
    this.prefix = parent + ".";
    this.shared = Set.of(shared);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Optional<String> own = child(type);
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass();
      if (own.isPresent()
          && child(target).filter(other -> !isKnown(own.get(), other)).isPresent()) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private boolean isKnown(String own, String other) {
    return other.equals(own) || shared.contains(prefix + other);
  }

  /** The package right below the parent; none of what lies in the parent itself or elsewhere. */
  private Optional<String> child(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(prefix)
        ? Optional.of(name.substring(prefix.length()).split("\\.", 2)[0])
        : Optional.empty();
  }
}
