package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.TimelineEntry.Kind;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds an order's timeline: the newest entries first, older ones page by page. */
public final class FindTimeline {
  /** The most entries of a page. */
  public static final int LIMIT = 500;

  private final PayOrders orders;
  private final Timelines timelines;

  public FindTimeline(PayOrders orders, Timelines timelines) {
    this.orders = orders;
    this.timelines = timelines;
  }

  /**
   * A part of the timeline.
   *
   * @param entries oldest first
   * @param older the cursor for the next older part; null if this part begins with the order's
   *     creation
   */
  public record Timeline(List<TimelineEntry> entries, @Nullable TimelineCursor older) {}

  /** Returns the newest entries before the cursor; empty when there is no such order. */
  public Optional<Timeline> handle(PayNo payNo, TimelineCursor before) {
    return orders.find(payNo).map(order -> timeline(order, before));
  }

  // One row more than the limit is read, which shows whether there are older ones.
  private Timeline timeline(PayOrder order, TimelineCursor before) {
    TimelinePage page = new TimelinePage(timelines.before(order.payNo(), before, LIMIT + 1), LIMIT);
    TimelineEntry creation = creation(order);
    boolean whole = page.takeAll() && page.fits(List.of(creation));
    if (whole) {
      page.add(creation);
    }
    return new Timeline(page.entries(), whole ? null : page.older());
  }

  private static TimelineEntry creation(PayOrder order) {
    return new TimelineEntry(
        order.createdAt(),
        Kind.CREATED,
        "CREATE",
        PayStatus.INIT.name(),
        order.orderNo() + " " + order.amount() + " " + order.channel());
  }
}
