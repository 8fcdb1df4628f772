package com.yuge.payment.dev;

import com.yuge.payment.app.PaymentApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/** The service, its servers, and a reference order-service that hears of payments. */
public final class PaymentDevApplication {
  private PaymentDevApplication() {}

  public static void main(String[] arguments) {
    endWithMaven();
    DevStack stack = new DevStack();
    SpringApplication application =
        new SpringApplication(PaymentApplication.class, DevConfiguration.class);
    application.setAdditionalProfiles("dev");
    application.addListeners(stack);
    application.addInitializers(
        context -> ((GenericApplicationContext) context).registerBean(DevStack.class, () -> stack));
    application.run(arguments);
  }

  /** A Maven that is killed cannot stop what it runs, which would keep the port. */
  private static void endWithMaven() {
    ProcessHandle.current()
        .parent()
        .filter(PaymentDevApplication::isMaven)
        .ifPresent(PaymentDevApplication::endWith);
  }

  static boolean isMaven(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("java");
  }

  private static void endWith(ProcessHandle maven) {
    Object unused = maven.onExit().thenRun(() -> System.exit(1));
  }
}
