package com.yuge.payment.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.autoconfigure.application.SslHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;

/** The payment service. */
@SpringBootApplication(
    exclude = {
      // Transactions begin in one place and on a pool of their own; its would be on the other.
      DataSourceTransactionManagerAutoConfiguration.class,
      // A certificate that ran out would take all instances out of service at once.
      SslHealthContributorAutoConfiguration.class
    })
public class PaymentApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addListeners(new SettingsCheck(), new AwaitDatabase());
    application.run(args);
  }
}
