package com.yuge.payment.bench.cdc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Struct;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Sends batches, one of each queue at a time and of a few queues at once, until each is kept. */
final class QueueSender implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int BATCH = 200;
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final long PAUSE_MILLIS = 100;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final DefaultMQProducer producer = new DefaultMQProducer("bench-cdc");
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final String topic;
  private final List<MessageQueue> queues;

  QueueSender(String nameServer, String topic) throws MQClientException {
    this.topic = topic;
    producer.setNamesrvAddr(nameServer);
    producer.setInstanceName("bench-cdc-" + UUID.randomUUID());
    producer.setVipChannelEnabled(false);
    producer.start();
    this.queues = producer.fetchPublishMessageQueues(topic).stream().sorted().toList();
  }

  Message message(Struct row) {
    byte[] body = row.getString("payload").getBytes(StandardCharsets.UTF_8);
    Message message =
        new Message(topic, row.getString("tag"), row.getString("aggregate_key"), body);
    message.putUserProperty("eventId", row.getString("event_id"));
    headers(row).forEach(message::putUserProperty);
    return message;
  }

  private Map<String, String> headers(Struct row) {
    try {
      return json.readValue(row.getString("headers"), HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no headers in " + row, e);
    }
  }

  /** Returns when the broker has all of it. */
  void send(Map<Integer, List<Message>> partitions) throws InterruptedException {
    List<Callable<Boolean>> work = new ArrayList<>();
    partitions.forEach((partition, messages) -> work.add(() -> send(partition, messages)));
    try {
      for (Future<Boolean> sent : threads.invokeAll(work)) {
        Object unused = sent.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("not sent", e);
    }
  }

  private boolean send(int partition, List<Message> messages) throws InterruptedException {
    MessageQueue queue = queues.get(partition % queues.size());
    for (int from = 0; from < messages.size(); from += BATCH) {
      List<Message> batch = messages.subList(from, Math.min(from + BATCH, messages.size()));
      while (!isKept(batch, queue)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    return true;
  }

  private boolean isKept(List<Message> batch, MessageQueue queue) throws InterruptedException {
    try {
      SendStatus status = producer.send(batch, queue, TIMEOUT_MILLIS).getSendStatus();
      if (status != SendStatus.SEND_OK) {
        System.out.println("sends again after " + status);
      }
      return status == SendStatus.SEND_OK;
    } catch (MQClientException | RemotingException | MQBrokerException e) {
      System.out.println("sends again after " + e);
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    producer.shutdown();
  }
}
