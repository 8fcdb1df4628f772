package com.yuge.payment.app.bench.trace;

import com.yuge.payment.app.bench.OpenOrders;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes the moments of the run that is on; what is done between runs is not noted. */
final class Tracer {
  private final Map<Long, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Long> freeSince = new ConcurrentHashMap<>();
  private volatile Moments moments = new Moments(0);

  void begin(Moments run) {
    numbers.clear();
    freeSince.clear();
    moments = run;
  }

  void note(Moment moment, int number) {
    moments.note(moment, number, System.nanoTime());
  }

  /** Until they are struck off, later reads find the same events again. */
  void read(List<PendingEvent> events, long begun) {
    long now = System.nanoTime();
    for (PendingEvent event : events) {
      int number = OpenOrders.number(event.eventId());
      if (numbers.putIfAbsent(event.rowId(), number) == null) {
        moments.note(Moment.FREE, number, freeSince.getOrDefault(event.partition(), begun));
        moments.note(Moment.READ_BEGUN, number, begun);
        moments.note(Moment.READ, number, now);
      }
    }
  }

  void sendBegins(List<PendingEvent> batch) {
    note(Moment.SEND_BEGUN, batch);
  }

  void answered(int partition, List<PendingEvent> batch) {
    note(Moment.ANSWERED, batch);
    freeSince.put(partition, System.nanoTime());
  }

  private void note(Moment moment, List<PendingEvent> batch) {
    batch.forEach(event -> note(moment, OpenOrders.number(event.eventId())));
  }

  void acked(List<Long> rows) {
    rows.stream().map(numbers::get).forEach(number -> note(Moment.ACKED, number));
  }
}
