package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.LongestTransaction;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a transaction may take.
 *
 * @param timeout after it, nothing of the transaction is committed: longer than all locks that one
 *     may wait for. The same on all instances
 */
@ConfigurationProperties("payment.transaction")
public record TransactionProperties(@DefaultValue("20s") Duration timeout) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  /** A replica's answer, a flush: what a server may take for a commit that it was asked for. */
  private static final Duration COMMIT = Duration.ofSeconds(10);

  public TransactionProperties {
    if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("payment.transaction.timeout must be 1s to 1m");
    }
  }

  // An instance may stand still between its last look at the clock and the commit. Then the server
  // ends the session, and with it the transaction.
  LongestTransaction longest() {
    return new LongestTransaction(timeout.plus(PoolRules.SESSION_WAIT).plus(COMMIT));
  }
}
