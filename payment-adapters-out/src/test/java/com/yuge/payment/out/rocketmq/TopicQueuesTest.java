package com.yuge.payment.out.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;

class TopicQueuesTest {
  private long now = -5;
  private int asked;
  private boolean away;
  private List<MessageQueue> route = queues("a", 8);
  private final TopicQueues topic = new TopicQueues(this::ask, () -> now);

  @Test
  void partitionsAreSpreadOverTheQueuesAndStay() throws Exception {
    assertThat(topic.of(3)).isEqualTo(queue("a", 3));
    assertThat(topic.of(11)).isEqualTo(queue("a", 3));
    assertThat(topic.of(3)).isEqualTo(queue("a", 3));
    assertThat(asked).isOne();
  }

  @Test
  void withoutAnyRouteThereIsNoQueue() throws Exception {
    away = true;

    assertThatThrownBy(() -> topic.of(0)).isInstanceOf(MQClientException.class);

    away = false;
    pass(TopicQueues.BETWEEN_DOUBTS);
    assertThat(topic.of(0)).isEqualTo(queue("a", 0));
  }

  /** At the start all workers come at once. */
  @Test
  void whoComesWhileTheFirstRouteIsAskedForWaitsForIt() throws Exception {
    CountDownLatch question = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    TopicQueues slow = new TopicQueues(() -> askSlowly(question, answer), () -> now);
    CompletableFuture<MessageQueue> first = CompletableFuture.supplyAsync(() -> queue(slow, 1));
    assertThat(question.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<MessageQueue> second = new CompletableFuture<>();
    Thread later = new Thread(() -> second.complete(queue(slow, 2)));
    later.start();
    await().until(() -> later.getState() == Thread.State.WAITING);
    answer.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(queue("a", 1));
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(queue("a", 2));
    assertThat(asked).isOne();
  }

  private List<MessageQueue> askSlowly(CountDownLatch question, CountDownLatch answer)
      throws MQClientException {
    List<MessageQueue> queues = ask();
    question.countDown();
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return queues;
  }

  private static MessageQueue queue(TopicQueues topic, int partition) {
    try {
      return topic.of(partition);
    } catch (MQClientException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aNameServerThatIsAwayStopsNothing() throws Exception {
    assertThat(topic.of(1)).isEqualTo(queue("a", 1));
    away = true;
    pass(TopicQueues.BELIEVED);

    assertThat(topic.of(1)).isEqualTo(queue("a", 1));
    assertThat(topic.of(2)).isEqualTo(queue("a", 2));
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void aBrokerThatJoinsMovesNobody() throws Exception {
    assertThat(topic.of(9)).isEqualTo(queue("a", 1));
    route = both();
    pass(TopicQueues.BELIEVED);

    assertThat(topic.of(9)).isEqualTo(queue("a", 1));
    assertThat(topic.of(12)).isEqualTo(queue("b", 4));
  }

  @Test
  void aQueueIsReplacedOnlyOnceItsBrokerHasBeenGoneForAWhile() throws Exception {
    route = both();
    assertThat(topic.of(9)).isEqualTo(queue("b", 1));
    route = queues("a", 8);
    topic.doubt();
    pass(TopicQueues.BETWEEN_DOUBTS);

    assertThat(topic.of(9)).isEqualTo(queue("b", 1));
    pass(TopicQueues.MISSED.minusNanos(1));
    assertThat(topic.of(9)).isEqualTo(queue("b", 1));
    pass(Duration.ofNanos(1));
    assertThat(topic.of(9)).isEqualTo(queue("a", 1));
  }

  @Test
  void aQueueThatIsTakenAwayIsReplacedAndTheOthersStay() throws Exception {
    assertThat(topic.of(7)).isEqualTo(queue("a", 7));
    assertThat(topic.of(2)).isEqualTo(queue("a", 2));
    route = queues("a", 4);
    pass(TopicQueues.BELIEVED);
    assertThat(topic.of(7)).isEqualTo(queue("a", 7));
    pass(TopicQueues.MISSED);

    assertThat(topic.of(7)).isEqualTo(queue("a", 3));
    assertThat(topic.of(2)).isEqualTo(queue("a", 2));
  }

  @Test
  void aBrokerThatRestartsKeepsItsPartitions() throws Exception {
    route = both();
    assertThat(topic.of(9)).isEqualTo(queue("b", 1));
    route = queues("a", 8);
    pass(TopicQueues.BELIEVED);
    assertThat(topic.of(9)).isEqualTo(queue("b", 1));
    route = both();
    pass(TopicQueues.BETWEEN_DOUBTS);
    assertThat(topic.of(9)).isEqualTo(queue("b", 1));
    pass(TopicQueues.MISSED);

    assertThat(topic.of(9)).isEqualTo(queue("b", 1));
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private List<MessageQueue> ask() throws MQClientException {
    asked++;
    if (away) {
      throw new MQClientException("no name server", null);
    }
    return route;
  }

  private static List<MessageQueue> both() {
    return IntStream.range(0, 16).mapToObj(i -> i < 8 ? queue("a", i) : queue("b", i - 8)).toList();
  }

  private static List<MessageQueue> queues(String broker, int count) {
    return IntStream.range(0, count).mapToObj(i -> queue(broker, i)).toList();
  }

  private static MessageQueue queue(String broker, int id) {
    return new MessageQueue("TOPIC", broker, id);
  }
}
