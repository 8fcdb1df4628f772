package com.yuge.payment.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.autoconfigure.application.SslHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The payment service. */
@SpringBootApplication(
    exclude = {
      // Its transactions would be on the pool for single statements; ours have their own.
      DataSourceTransactionManagerAutoConfiguration.class,
      // A certificate that ran out would take all instances out of service at once.
      SslHealthContributorAutoConfiguration.class,
      // It makes up a user with a password; callers show keys.
      UserDetailsServiceAutoConfiguration.class
    })
public class PaymentApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addListeners(new SettingsCheck(), new AwaitDatabase());
    application.run(args);
  }
}
