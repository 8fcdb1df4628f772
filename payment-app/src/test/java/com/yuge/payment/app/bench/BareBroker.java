package com.yuge.payment.app.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.rocketmq.common.message.Message;

/** What the broker takes when there is no database: as many threads and as long batches. */
final class BareBroker {
  private final BenchProducer producer;
  private final int threads;
  private final int batch;

  BareBroker(BenchProducer producer, int threads, int batch) {
    this.producer = producer;
    this.threads = threads;
    this.batch = batch;
  }

  void send(List<LoggedEvent> events) {
    Map<Integer, List<LoggedEvent>> partitions =
        events.stream()
            .collect(
                Collectors.groupingBy(LoggedEvent::partition, TreeMap::new, Collectors.toList()));
    Threads.run(
        threads,
        thread ->
            partitions.forEach(
                (partition, waiting) -> {
                  if (partition % threads == thread) {
                    send(partition, waiting);
                  }
                }));
  }

  private void send(int partition, List<LoggedEvent> waiting) {
    for (int from = 0; from < waiting.size(); from += batch) {
      List<LoggedEvent> next = waiting.subList(from, Math.min(from + batch, waiting.size()));
      List<Message> messages = next.stream().map(LoggedEvent::message).toList();
      producer.send(messages, partition);
    }
  }
}
