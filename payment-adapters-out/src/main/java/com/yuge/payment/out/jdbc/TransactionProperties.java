package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.LongestTransaction;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a transaction may take.
 *
 * @param timeout a transaction that takes longer is not committed. The timeout is longer than all
 *     lock waits of a transaction together, and the same on all instances
 */
@Validated
@ConfigurationProperties("payment.transaction")
public record TransactionProperties(
    @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration timeout) {
  /** How long the server may take for a commit, such as for a flush or a replica's reply. */
  private static final Duration COMMIT = Duration.ofSeconds(10);

  // An instance may freeze between its last time check and the commit. Then the server ends the
  // session, and with it the transaction.
  LongestTransaction longest() {
    return new LongestTransaction(timeout.plus(ConnectionPoolSettings.SESSION_WAIT).plus(COMMIT));
  }
}
