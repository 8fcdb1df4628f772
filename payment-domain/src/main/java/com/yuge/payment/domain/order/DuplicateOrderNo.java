package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;

/** Another pay order was created for this order number first. */
public final class DuplicateOrderNo extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DuplicateOrderNo(OrderNo orderNo, Throwable cause) {
    super("order number taken: " + orderNo, cause);
  }
}
