package com.yuge.payment.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The payment service; what it is made of is named, not scanned for.
 *
 * <p>Left out is what looks through every bean for annotations that we do not use, and logs by
 * OpenTelemetry: together a tenth of the work of a start.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
    exclude = {
      AopAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class,
      OpenTelemetryLoggingAutoConfiguration.class,
      OtlpLoggingAutoConfiguration.class,
      PersistenceExceptionTranslationAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      TransactionManagerCustomizationAutoConfiguration.class
    })
@Import({
  AdapterConfiguration.class,
  DomainConfiguration.class,
  ReconcileConfiguration.class,
  OutboxUseCases.class
})
public class PaymentApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addListeners(new SettingsCheck());
    application.run(args);
  }
}
