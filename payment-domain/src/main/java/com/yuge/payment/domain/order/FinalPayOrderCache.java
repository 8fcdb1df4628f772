package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;

/**
 * A quick copy of final pay orders; never the truth, may forget at any time, never throws.
 *
 * <p>A final status never changes, so a copied status is never wrong. What may still be added
 * (another payment, an amount) drops the copy after commit; that drop may be lost, and a reader
 * that read before that commit may put the older one back, so copies also end after a short time.
 */
public interface FinalPayOrderCache {
  Optional<PayOrderDetails> find(PayNo payNo);

  /** Keeps a copy; ignores an order that is still open. */
  void put(PayOrderDetails details);

  void drop(PayNo payNo);
}
