package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.Optional;

/**
 * A cache of final pay orders. It is never the source of truth, may lose entries at any time, and
 * never throws.
 *
 * <p>A final status never changes, so a cached status is never wrong. Other data (another payment,
 * an amount) may still be added; the copy is then dropped after the commit. The drop may be lost,
 * so copies also expire after a short time.
 */
public interface FinalPayOrderCache {
  /** No read of an order takes longer than this. */
  Duration LONGEST_READ = Duration.ofSeconds(10);

  Optional<PayOrderDetails> find(PayNo payNo);

  /** Stores a copy, unless there is one already; ignores an order that is still open. */
  void put(PayOrderDetails details);

  /**
   * Drops the copy, and lets none be put for {@link #LONGEST_READ}: a reader that read before the
   * commit must not put an old one back.
   */
  void drop(PayNo payNo);
}
