package com.yuge.payment.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** The payment service; what it is made of is named, not scanned for. */
@SpringBootConfiguration
@Import({
  AdapterConfiguration.class,
  BootParts.class,
  DomainConfiguration.class,
  MigrationConfiguration.class,
  ReconcileConfiguration.class,
  OutboxUseCases.class
})
public class PaymentApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addListeners(new SettingsCheck(), new AwaitDatabase());
    application.run(args);
  }
}
