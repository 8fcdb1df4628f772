package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.Step.Kind;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an order's story, the newest steps first to be had, and older ones page by page. */
public final class TellOrderHistory {
  /** Steps of a page, at most. */
  public static final int LIMIT = 500;

  private final PayOrders orders;
  private final OrderHistory history;

  public TellOrderHistory(PayOrders orders, OrderHistory history) {
    this.orders = orders;
    this.history = history;
  }

  /**
   * A part of the story.
   *
   * @param steps oldest first
   * @param older where the part before it ends; null if it begins with the order's creation
   */
  public record Part(List<Step> steps, @Nullable TimelineCursor older) {}

  /** The newest steps that are older than the cursor; empty when there is no such order. */
  public Optional<Part> handle(PayNo payNo, TimelineCursor before) {
    return orders.find(payNo).map(order -> part(order, before));
  }

  // One more than fits tells whether there are older ones.
  private Part part(PayOrder order, TimelineCursor before) {
    TimelinePage page = new TimelinePage(history.before(order.payNo(), before, LIMIT + 1), LIMIT);
    Step creation = creation(order);
    boolean whole = page.takeAll() && page.fits(List.of(creation));
    if (whole) {
      page.add(creation);
    }
    return new Part(page.steps(), whole ? null : page.older());
  }

  private static Step creation(PayOrder order) {
    return new Step(
        order.createdAt(),
        Kind.CREATED,
        "CREATE",
        PayStatus.INIT.name(),
        order.orderNo() + " " + order.amount() + " " + order.channel());
  }
}
