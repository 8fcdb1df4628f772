package com.yuge.payment.app.dev;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.stack.PaymentStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/** Starts the servers, then the service and a reference order-service on top of them. */
public final class PaymentDevApplication {
  private static final Logger log = LoggerFactory.getLogger(PaymentDevApplication.class);
  private static final Path FOLDER = Path.of("target", "stack").toAbsolutePath();

  private PaymentDevApplication() {}

  public static void main(String[] arguments) {
    PaymentStack stack = PaymentStack.start(FOLDER, log::info);
    // The service goes first, then what it stands on.
    stack.endBy(SpringApplication.getShutdownHandlers()::add);
    List<String> all = new ArrayList<>(StackProperties.of(stack));
    all.add("--spring.profiles.active=dev");
    all.addAll(List.of(arguments));
    SpringApplication.from(PaymentApplication::main)
        .with(DevConfiguration.class)
        .run(all.toArray(String[]::new));
  }
}
