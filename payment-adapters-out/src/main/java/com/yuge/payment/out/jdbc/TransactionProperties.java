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
 * @param timeout after it, nothing of the transaction is committed: longer than all locks that one
 *     may wait for. The same on all instances
 */
@Validated
@ConfigurationProperties("payment.transaction")
public record TransactionProperties(
    @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration timeout) {
  /** A replica's answer, a flush: what a server may take for a commit that it was asked for. */
  private static final Duration COMMIT = Duration.ofSeconds(10);

  // An instance may stand still between its last look at the clock and the commit. Then the server
  // ends the session, and with it the transaction.
  LongestTransaction longest() {
    return new LongestTransaction(timeout.plus(PoolRules.SESSION_WAIT).plus(COMMIT));
  }
}
