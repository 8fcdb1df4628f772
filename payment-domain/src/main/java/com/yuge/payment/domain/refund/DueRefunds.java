package com.yuge.payment.domain.refund;

import java.time.Duration;
import java.util.List;

/** The refunds about which a channel must be called, by the store's clock. */
public interface DueRefunds {
  /**
   * Claims refunds whose call is due, the most overdue first. No other instance gets them for
   * {@code hold}; a step that a crash interrupted is repeated after that.
   */
  List<DueRefund> claim(int limit, Duration hold);
}
