package com.yuge.payment.app;

import com.yuge.payment.app.settings.SettingsCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.autoconfigure.application.SslHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The payment service. */
@SpringBootApplication(
    exclude = {
      // Its transactions would use the pool for single statements, not the transactions' own pool.
      DataSourceTransactionManagerAutoConfiguration.class,
      // An expired certificate would take all instances out of service at once.
      SslHealthContributorAutoConfiguration.class,
      // It creates a user with a password. Callers of this service use keys.
      UserDetailsServiceAutoConfiguration.class
    })
public class PaymentApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addListeners(new SettingsCheck(), new AwaitDatabase());
    application.run(args);
  }
}
