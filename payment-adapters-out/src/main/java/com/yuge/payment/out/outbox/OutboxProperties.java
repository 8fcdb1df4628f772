package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.RelaySettings;
import com.yuge.payment.domain.shared.LongestTransaction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param workers batches on their way at once: one of each partition
 * @param maxAttempts how often the broker may refuse an event before its pay order waits for a
 *     person: once more than an accident
 * @param maxBlocked pay orders that may wait for a person: beyond, it is the broker that is at
 *     fault; it also bounds what reading costs, which passes over them
 * @param replayRate events published again in a second, of each instance: little beside what
 *     consumers take anyway
 * @param pollMin pause between two looks for what other instances wrote, while they write
 * @param pollMax the same when nothing was found for a while: what an idle relay costs, and how
 *     long an event waits at most that no signal and no hint told of
 * @param backoffMin first pause after trouble with the broker or the database
 * @param backoffMax longest such pause
 * @param relay whether this instance publishes
 */
@ConfigurationProperties("payment.outbox")
public record OutboxProperties(
    @DefaultValue("10s") Duration lease,
    @DefaultValue("3s") Duration sendTimeout,
    @DefaultValue("200") int batchSize,
    @DefaultValue("1048576") int batchBytes,
    @DefaultValue("16") int workers,
    @DefaultValue("3") int maxAttempts,
    @DefaultValue("1000") int maxBlocked,
    @DefaultValue("200") int replayRate,
    @DefaultValue("20ms") Duration pollMin,
    @DefaultValue("2s") Duration pollMax,
    @DefaultValue("100ms") Duration backoffMin,
    @DefaultValue("10s") Duration backoffMax,
    @DefaultValue Relay relay) {

  /** Off, an instance only appends, and others publish. */
  public record Relay(@DefaultValue("true") boolean enabled) {}

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  public OutboxProperties {
    Map<String, Boolean> rules = new LinkedHashMap<>();
    rules.put("batch-size must be 1 to 1000", batchSize >= 1 && batchSize <= 1000);
    rules.put("batch-bytes must be 1024 to 1048576", batchBytes >= 1024 && batchBytes <= 1 << 20);
    rules.put("workers must be 1 to 64", workers >= 1 && workers <= 64);
    rules.put("max-attempts must be 1 to 100", maxAttempts >= 1 && maxAttempts <= 100);
    rules.put("max-blocked must be 1 to 10000", maxBlocked >= 1 && maxBlocked <= 10_000);
    rules.put("replay-rate must be 1 to 100000", replayRate >= 1 && replayRate <= 100_000);
    rules.put("send-timeout must be 100ms to 1m", isWithin(sendTimeout, millis(100), MINUTE));
    rules.put(
        "lease must be at least twice send-timeout plus 1s, at most 1h",
        isWithin(lease, sendTimeout.plus(RelaySettings.ROOM).multipliedBy(2), HOUR));
    rules.put("poll-min must be 1ms to 1h", isWithin(pollMin, millis(1), HOUR));
    rules.put("poll-max must be poll-min to 1h", isWithin(pollMax, pollMin, HOUR));
    rules.put("backoff-min must be 1ms to 1h", isWithin(backoffMin, millis(1), HOUR));
    rules.put("backoff-max must be backoff-min to 1h", isWithin(backoffMax, backoffMin, HOUR));
    rules.values().removeIf(holds -> holds);
    if (!rules.isEmpty()) {
      throw new IllegalArgumentException(
          "payment.outbox." + String.join("\npayment.outbox.", rules.keySet()));
    }
  }

  RelaySettings settings(LongestTransaction longest) {
    return new RelaySettings(
        lease,
        sendTimeout,
        batchSize,
        batchBytes,
        maxAttempts,
        maxBlocked,
        replayRate,
        pollMin,
        pollMax,
        backoffMin,
        backoffMax,
        longest.time());
  }

  private static boolean isWithin(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
