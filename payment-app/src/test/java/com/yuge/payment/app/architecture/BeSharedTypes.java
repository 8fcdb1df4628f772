package com.yuge.payment.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Where adapters of one side meet, some types are public: HTTP's envelope, the relay's ports. */
final class BeSharedTypes extends ArchCondition<JavaClass> {
  private static final String WEB = "com.yuge.payment.in.web";
  private static final String RELAY = "com.yuge.payment.out.outbox";

  BeSharedTypes() {
    super("be shared through %s, or a port or data of %s", WEB, RELAY);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean portOrData = type.isInterface() || type.isRecord();
    boolean shared =
        type.getPackageName().equals(WEB) || (type.getPackageName().equals(RELAY) && portOrData);
    events.add(
        new SimpleConditionEvent(type, shared, type.getName() + " is public, shared: " + shared));
  }
}
