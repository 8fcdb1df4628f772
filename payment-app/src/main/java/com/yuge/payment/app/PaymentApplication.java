package com.yuge.payment.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;

/** The payment service. */
@SpringBootApplication(
    // Transactions begin in one place and on a pool of their own; Spring Boot's would be on the
    // other.
    exclude = DataSourceTransactionManagerAutoConfiguration.class)
public class PaymentApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addListeners(new SettingsCheck(), new AwaitDatabase());
    application.run(args);
  }
}
