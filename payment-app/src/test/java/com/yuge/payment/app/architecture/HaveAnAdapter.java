package com.yuge.payment.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Something on the way out implements the port. */
final class HaveAnAdapter extends ArchCondition<JavaClass> {
  HaveAnAdapter() {
    super("have an adapter in com.yuge.payment.out");
  }

  @Override
  public void check(JavaClass port, ConditionEvents events) {
    boolean implemented =
        port.getAllSubclasses().stream()
            .filter(resideInAPackage("com.yuge.payment.out.."))
            .anyMatch(adapter -> !adapter.getModifiers().contains(JavaModifier.ABSTRACT));
    events.add(
        new SimpleConditionEvent(
            port, implemented, port.getName() + " has an adapter: " + implemented));
  }
}
