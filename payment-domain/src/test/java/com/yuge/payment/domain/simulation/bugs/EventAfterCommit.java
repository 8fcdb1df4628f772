package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The event is kept in a transaction of its own, after that of the change. */
public final class EventAfterCommit extends Wiring {
  private final Map<Thread, Outbox> outboxes = new HashMap<>();
  private final Map<Thread, PayOrderEvent> postponed = new HashMap<>();

  @Override
  public Outbox outbox(Outbox real) {
    return event -> {
      outboxes.put(Thread.currentThread(), real);
      postponed.put(Thread.currentThread(), event);
    };
  }

  @Override
  public Transactions transactions(Transactions real) {
    return new Transactions() {
      @Override
      public <T> T call(Supplier<T> work) {
        postponed.remove(Thread.currentThread());
        T answer = real.call(work);
        PayOrderEvent event = postponed.remove(Thread.currentThread());
        append(real, outboxes.get(Thread.currentThread()), event);
        return answer;
      }
    };
  }

  private static void append(
      Transactions transactions, @Nullable Outbox outbox, @Nullable PayOrderEvent event) {
    if (outbox != null && event != null) {
      transactions.run(() -> outbox.append(event));
    }
  }
}
