package com.yuge.payment.out.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;

class TopicQueuesTest {
  private long now = -5;
  private int asked;
  private boolean away;
  private Duration timeToAsk = Duration.ZERO;
  private List<MessageQueue> route = queues("a", 8);
  private final TopicQueues topic = new TopicQueues(this::ask, () -> now);

  @Test
  void partitionsAreSpreadOverTheQueuesAndStay() throws MQClientException {
    assertThat(topic.of(3)).isEqualTo(queue("a", 3));
    assertThat(topic.of(11)).isEqualTo(queue("a", 3));
    assertThat(topic.of(3)).isEqualTo(queue("a", 3));
    assertThat(asked).isOne();
  }

  @Test
  void withoutAnyRouteThereIsNoQueue() throws MQClientException {
    away = true;

    assertThatThrownBy(() -> topic.of(0)).isInstanceOf(MQClientException.class);

    away = false;
    pass(TopicQueues.BETWEEN_DOUBTS);
    assertThat(topic.of(0)).isEqualTo(queue("a", 0));
  }

  @Test
  void whoComesDuringTheFirstQuestionWaitsForItsAnswer() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    AtomicInteger questions = new AtomicInteger();
    TopicQueues slow =
        new TopicQueues(
            () -> {
              questions.incrementAndGet();
              assertThat(awaited(answer)).isTrue();
              return route;
            },
            () -> now);

    FutureTask<MessageQueue> first = new FutureTask<>(() -> slow.of(1));
    FutureTask<MessageQueue> second = new FutureTask<>(() -> slow.of(2));
    new Thread(first).start();
    await().until(() -> questions.get() == 1);
    Thread waiting = new Thread(second);
    waiting.start();
    await().until(() -> waiting.getState() == Thread.State.WAITING);
    answer.countDown();

    assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(queue("a", 1));
    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(queue("a", 2));
    assertThat(questions).hasValue(1);
  }

  @Test
  void whoWaitedForAQuestionThatFailedDoesNotAskAgain() {
    away = true;
    timeToAsk = Duration.ofSeconds(3);

    assertThatThrownBy(() -> topic.of(0)).hasMessageContaining("no name server");
    assertThatThrownBy(() -> topic.of(1)).hasMessageContaining("no route yet");

    assertThat(asked).isOne();
  }

  @Test
  void aNameServerThatIsAwayStopsNothing() throws MQClientException {
    assertThat(topic.of(1)).isEqualTo(queue("a", 1));
    away = true;
    pass(TopicQueues.BELIEVED);

    assertThat(topic.of(1)).isEqualTo(queue("a", 1));
    assertThat(topic.of(2)).isEqualTo(queue("a", 2));
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void aBrokerThatJoinsMovesNobody() throws MQClientException {
    assertThat(topic.of(9)).isEqualTo(queue("a", 1));
    route = both();
    pass(TopicQueues.BELIEVED);

    assertThat(topic.of(9)).isEqualTo(queue("a", 1));
    assertThat(topic.of(13)).isEqualTo(queue("b", 6));
  }

  @Test
  void eachBrokerHasItsShareAlsoIfThereAreMoreQueuesThanPartitions() throws MQClientException {
    route = both();

    for (int partition = 0; partition < 8; partition++) {
      String broker = partition % 2 == 0 ? "a" : "b";
      assertThat(topic.of(partition)).isEqualTo(queue(broker, partition / 2));
    }
  }

  @Test
  void aQueueIsReplacedOnlyOnceItsBrokerHasBeenGoneForAWhile() throws MQClientException {
    route = both();
    assertThat(topic.of(9)).isEqualTo(queue("b", 4));
    route = queues("a", 8);
    topic.doubt();
    pass(TopicQueues.BETWEEN_DOUBTS);

    assertThat(topic.of(9)).isEqualTo(queue("b", 4));
    pass(TopicQueues.MISSED.minusNanos(1));
    assertThat(topic.of(9)).isEqualTo(queue("b", 4));
    pass(Duration.ofNanos(1));
    assertThat(topic.of(9)).isEqualTo(queue("a", 1));
  }

  @Test
  void aQueueThatIsTakenAwayIsReplacedAndTheOthersStay() throws MQClientException {
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
  void aBrokerThatRestartsKeepsItsPartitions() throws MQClientException {
    route = both();
    assertThat(topic.of(9)).isEqualTo(queue("b", 4));
    route = queues("a", 8);
    pass(TopicQueues.BELIEVED);
    assertThat(topic.of(9)).isEqualTo(queue("b", 4));
    route = both();
    pass(TopicQueues.BETWEEN_DOUBTS);
    assertThat(topic.of(9)).isEqualTo(queue("b", 4));
    pass(TopicQueues.MISSED);

    assertThat(topic.of(9)).isEqualTo(queue("b", 4));
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private List<MessageQueue> ask() throws MQClientException {
    asked++;
    pass(timeToAsk);
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
