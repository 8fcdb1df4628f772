package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;

/**
 * A cache of final pay orders. It is never the source of truth, may lose entries at any time, and
 * never throws.
 *
 * <p>A final status never changes, so a cached status is never wrong. Other data (another payment,
 * an amount) may still be added; the copy is then dropped after the commit. The drop may be lost,
 * and a reader that read before the commit may put an old copy back. So copies also expire after a
 * short time.
 */
public interface FinalPayOrderCache {
  Optional<PayOrderDetails> find(PayNo payNo);

  /** Stores a copy; ignores an order that is still open. */
  void put(PayOrderDetails details);

  void drop(PayNo payNo);
}
