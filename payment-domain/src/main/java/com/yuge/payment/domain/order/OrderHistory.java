package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.util.List;

/** What is on record about an order besides the order itself. */
public interface OrderHistory {
  /** The first steps of each kind, at most {@code limit} of each, in no particular order. */
  List<Step> of(PayNo payNo, int limit);
}
