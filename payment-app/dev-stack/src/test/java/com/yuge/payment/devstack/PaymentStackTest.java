package com.yuge.payment.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import redis.clients.jedis.RedisClient;

/** One story in one folder, because starting takes longer than all the rest. */
@DisabledIfSystemProperty(
    named = "mariadb.image",
    matches = ".+",
    disabledReason = "A container and its data end with the JVM that started it.")
final class PaymentStackTest {
  private static final Path FOLDER = Path.of("target", "stack test").toAbsolutePath();

  /** Unpacking is the most of it. */
  private static final Duration START = Duration.ofMinutes(2);

  private final ConcurrentLinkedQueue<String> progress = new ConcurrentLinkedQueue<>();

  @Test
  void leftoversOfAKilledRunAreEndedItsDataStaysEveryServerServesAndNoneIsLeft() throws Exception {
    Set<ProcessHandle> before = children();
    List<ProcessHandle> leftovers = leftoversOfAKilledRun();
    try (PaymentStack stack = PaymentStack.start(FOLDER, progress::add)) {
      assertThat(leftovers).noneMatch(ProcessHandle::isAlive);
      assertThat(progress).contains("ended 5 servers of an earlier run");
      assertThat(select(stack.database(), "SELECT note FROM " + StackRunner.TABLE))
          .isEqualTo("kept");
      requireServing(stack);
      assertThatThrownBy(() -> PaymentStack.start(FOLDER)).hasMessageContaining("already");
    }
    assertThat(progress).anyMatch(line -> line.matches("MariaDB ready in .* on 127.0.0.1:\\d+"));
    assertThat(children()).isEqualTo(before);
  }

  private static List<ProcessHandle> leftoversOfAKilledRun() throws Exception {
    Process killed = new ProcessBuilder(StackRunner.command(FOLDER)).inheritIO().start();
    assertThat(Poll.until(() -> Files.exists(StackRunner.ready(FOLDER)), START)).isTrue();
    List<ProcessHandle> leftovers = processes(FOLDER.resolve("pids"));
    int unused = killed.destroyForcibly().waitFor();
    assertThat(leftovers).hasSize(5).allMatch(ProcessHandle::isAlive);
    return leftovers;
  }

  private static void requireServing(PaymentStack stack) throws Exception {
    String early = "before the restart " + UUID.randomUUID();
    String late = "after the restart " + UUID.randomUUID();
    assertThat(select(stack.database(), "SELECT VERSION()")).startsWith("11.4");
    assertThat(roundTrip(stack.redis())).isEqualTo("value");
    send(stack.rocketMq(), early);
    stack.rocketMq().stopBroker();
    stack.rocketMq().startBroker();
    send(stack.rocketMq(), late);
    consume(stack.rocketMq(), Set.of(early, late));
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  private static List<ProcessHandle> processes(Path pids) throws IOException {
    try (var files = Files.list(pids)) {
      return files.map(PaymentStackTest::process).toList();
    }
  }

  private static ProcessHandle process(Path pidFile) {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String select(DatabaseServer server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static String roundTrip(RedisProcess redis) {
    try (RedisClient client = RedisClient.create(redis.uri())) {
      client.set("key", "value");
      return client.get("key");
    }
  }

  private static void send(RocketMqServers servers, String body) throws Exception {
    DefaultMQProducer producer = new DefaultMQProducer("stack-test");
    producer.setNamesrvAddr(servers.nameServerAddress());
    producer.start();
    try {
      Message message = new Message(RocketMqServers.TOPIC, body.getBytes(UTF_8));
      assertThat(producer.send(message).getSendStatus()).isEqualTo(SendStatus.SEND_OK);
    } finally {
      PromptStop.of(producer, producer::shutdown);
    }
  }

  /** Messages of an earlier run on the same store may come as well. */
  private static void consume(RocketMqServers servers, Set<String> expected) throws Exception {
    Set<String> received = ConcurrentHashMap.newKeySet();
    DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("stack-test");
    consumer.setNamesrvAddr(servers.nameServerAddress());
    consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
    consumer.subscribe(RocketMqServers.TOPIC, "*");
    consumer.registerMessageListener(
        (MessageListenerConcurrently)
            (messages, context) -> {
              messages.forEach(message -> received.add(new String(message.getBody(), UTF_8)));
              return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
            });
    consumer.start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> received.containsAll(expected));
    } finally {
      PromptStop.of(consumer);
    }
  }
}
