package com.yuge.payment.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** In the packages through which adapters of one side meet, interfaces and data may be public. */
final class BeSharedTypes extends ArchCondition<JavaClass> {
  private static final Set<String> MEETING_PLACES =
      Set.of("com.yuge.payment.out.outbox", "com.yuge.payment.in.web");

  BeSharedTypes() {
    super("be shared between adapters in one of %s", MEETING_PLACES);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean shared =
        MEETING_PLACES.contains(type.getPackageName())
            && (type.isInterface() || type.isRecord() || type.isEnum());
    events.add(
        new SimpleConditionEvent(type, shared, type.getName() + " is public, shared: " + shared));
  }
}
