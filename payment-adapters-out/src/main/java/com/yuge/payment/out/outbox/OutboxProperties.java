package com.yuge.payment.out.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works. The defaults suit a broker a few milliseconds away.
 *
 * @param lease how long a partition stays with an instance that has died: long against a garbage
 *     collection, short against a customer's patience
 * @param sendTimeout how long the broker may take for a batch
 * @param batchSize events in one batch: beyond 200 the broker's flush is no longer what one waits
 *     for
 * @param batchBytes bytes of payload in one batch, well under the broker's limit of 4 MiB
 * @param workers batches on their way at once
 * @param pollMin pause between two looks for what other instances wrote, while they write
 * @param pollMax the same when nothing was found for a while: what an idle relay costs
 * @param backoffMin first pause after trouble with the broker or the database
 * @param backoffMax longest such pause
 */
@ConfigurationProperties("payment.outbox")
public record OutboxProperties(
    @DefaultValue("10s") Duration lease,
    @DefaultValue("3s") Duration sendTimeout,
    @DefaultValue("200") int batchSize,
    @DefaultValue("1048576") int batchBytes,
    @DefaultValue("8") int workers,
    @DefaultValue("20ms") Duration pollMin,
    @DefaultValue("500ms") Duration pollMax,
    @DefaultValue("100ms") Duration backoffMin,
    @DefaultValue("10s") Duration backoffMax) {

  /** What a lease must outlast a send's timeout by, for the acknowledgement to follow in time. */
  static final Duration ROOM = Duration.ofSeconds(1);

  public OutboxProperties {
    require(batchSize >= 1 && batchSize <= 1000, "batch-size must be 1 to 1000");
    require(batchBytes >= 1024 && batchBytes <= 1 << 20, "batch-bytes must be 1024 to 1048576");
    require(workers >= 1 && workers <= 64, "workers must be 1 to 64");
    require(sendTimeout.toMillis() >= 100, "send-timeout must be at least 100ms");
    require(
        lease.compareTo(sendTimeout.plus(ROOM).multipliedBy(2)) >= 0,
        "lease must be at least twice send-timeout plus 1s");
    require(pollMin.toMillis() >= 1, "poll-min must be at least 1ms");
    require(pollMax.compareTo(pollMin) >= 0, "poll-max must not be below poll-min");
    require(backoffMin.toMillis() >= 1, "backoff-min must be at least 1ms");
    require(backoffMax.compareTo(backoffMin) >= 0, "backoff-max must not be below backoff-min");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("payment.outbox." + rule);
    }
  }
}
