package com.yuge.payment.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus.SUCCESS;
import static org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

/** No message is acknowledged before it is handled, is known to be no work, or is a dead letter. */
class PaymentEventListenerTest {
  private static final int ATTEMPTS = 3;
  private static final Golden PAID = Golden.of(PaymentEventTag.PAYMENT_SUCCEEDED);

  private final ShopDatabase shop = new ShopDatabase();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<DeadLetter> told = new ArrayList<>();
  private final List<MessageExt> deadLetters = new ArrayList<>();
  private @Nullable RuntimeException failure;
  private @Nullable RuntimeException alertFailure;

  private final PaymentEventListener listener =
      new PaymentEventListener(
          new PaymentEventProcessor(
              Readers.any(),
              new EventInbox(shop.source, shop.transaction, "shop"),
              this::handleOrFail),
          new Retry(ATTEMPTS, Duration.ofSeconds(1)),
          this::alert,
          deadLetters::add,
          outcomes::add);

  private void handleOrFail(PaymentEvent event) {
    shop.handle(event);
    if (failure != null) {
      throw failure;
    }
  }

  private void alert(DeadLetter letter) {
    if (alertFailure != null) {
      throw alertFailure;
    }
    told.add(letter);
  }

  @Test
  void anEventIsHandledAndItsRepeatIsAcknowledged() {
    assertThat(consume(message(PAID))).isEqualTo(SUCCESS);
    assertThat(consume(message(PAID))).isEqualTo(SUCCESS);

    assertThat(outcomes).containsExactly(Outcome.HANDLED, Outcome.DUPLICATE);
    assertThat(shop.handled()).isOne();
  }

  @Test
  void aFailureIsRolledBackAndTheMessageComesAgain() {
    MessageExt message = message(PAID);
    failure = new IllegalStateException("no such order");
    assertThat(consume(message)).isEqualTo(SUSPEND_CURRENT_QUEUE_A_MOMENT);
    assertThat(shop.handled()).isZero();

    failure = null;
    assertThat(consume(message)).isEqualTo(SUCCESS);

    assertThat(outcomes).containsExactly(Outcome.FAILED, Outcome.HANDLED);
    assertThat(shop.handled()).isOne();
  }

  @Test
  void afterTheLastAttemptAFailureIsADeadLetterThatIsToldOfFirst() {
    MessageExt message = message(PAID);
    RuntimeException cause = new IllegalStateException("no such order");
    failure = cause;

    assertThat(List.of(consume(message), consume(message), consume(message)))
        .containsExactly(SUSPEND_CURRENT_QUEUE_A_MOMENT, SUSPEND_CURRENT_QUEUE_A_MOMENT, SUCCESS);

    assertThat(deadLetters).containsExactly(message);
    assertThat(told).containsExactly(new DeadLetter("M1", PAID.name(), "PAY1", PAID.read(), cause));
    assertThat(outcomes)
        .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.DEAD_LETTERED);
    assertThat(shop.handled()).isZero();
    assertThat(shop.logged()).isZero();
  }

  @Test
  void aMalformedBodyIsADeadLetterWithoutAnEvent() {
    MessageExt message = message(new Golden(PAID.name(), "{}"));

    for (int i = 1; i < ATTEMPTS; i++) {
      assertThat(consume(message)).isEqualTo(SUSPEND_CURRENT_QUEUE_A_MOMENT);
    }
    assertThat(consume(message)).isEqualTo(SUCCESS);

    assertThat(deadLetters).containsExactly(message);
    assertThat(told)
        .singleElement()
        .satisfies(letter -> assertThat(letter.event()).isNull())
        .satisfies(
            letter -> assertThat(letter.cause()).isInstanceOf(MalformedEventException.class));
  }

  @Test
  void aMessageIsNoDeadLetterBeforeItIsToldOf() {
    MessageExt message = message(PAID);
    failure = new IllegalStateException("no such order");
    alertFailure = new IllegalStateException("no alert");
    for (int i = 1; i < ATTEMPTS; i++) {
      assertThat(consume(message)).isEqualTo(SUSPEND_CURRENT_QUEUE_A_MOMENT);
    }

    // The client delivers again after an exception.
    assertThatIllegalStateException().isThrownBy(() -> consume(message)).withMessage("no alert");
    assertThat(deadLetters).isEmpty();
    alertFailure = null;
    assertThat(consume(message)).isEqualTo(SUCCESS);

    assertThat(deadLetters).containsExactly(message);
  }

  @Test
  void anUnknownTagIsAcknowledgedAndCountedAndStaysReplayable() {
    assertThat(consume(message(new Golden("SOMETHING_NEW", "not even json")))).isEqualTo(SUCCESS);
    assertThat(consume(message(new Golden("SOMETHING_NEW", PAID.json())))).isEqualTo(SUCCESS);

    assertThat(outcomes).containsExactly(Outcome.UNKNOWN_TAG, Outcome.UNKNOWN_TAG);
    assertThat(shop.logged()).isZero();
  }

  @Test
  void anOutageOfTheDatabaseUsesUpNoAttempts() {
    MessageExt message = message(PAID);
    SQLException away = new SQLException("away");
    for (RuntimeException outage :
        List.of(
            new CannotCreateTransactionException("away", away),
            new CannotGetJdbcConnectionException("away", away),
            new CannotAcquireLockException("deadlock", away),
            new DataAccessResourceFailureException("away", away),
            new IllegalStateException(new DataAccessResourceFailureException("wrapped", away)))) {
      for (int i = 0; i < ATTEMPTS; i++) {
        failure = outage;
        assertThat(consume(message)).isEqualTo(SUSPEND_CURRENT_QUEUE_A_MOMENT);
      }
    }
    failure = null;
    assertThat(consume(message)).isEqualTo(SUCCESS);

    assertThat(deadLetters).isEmpty();
    assertThat(shop.handled()).isOne();
  }

  @Test
  void otherExceptionsOfDatabaseAndTransactionAreCounted() {
    assertThat(
            List.of(
                DatabaseOutages.caused(new DataIntegrityViolationException("too long")),
                DatabaseOutages.caused(new UnexpectedRollbackException("marked")),
                DatabaseOutages.caused(new IllegalArgumentException(new RuntimeException()))))
        .containsOnly(false);
  }

  private ConsumeOrderlyStatus consume(MessageExt message) {
    return listener.consumeMessage(
        List.of(message), new ConsumeOrderlyContext(new MessageQueue("T", "B", 0)));
  }

  private static MessageExt message(Golden golden) {
    MessageExt message = new MessageExt();
    message.setTopic("T");
    message.setTags(golden.name());
    message.setKeys("PAY1");
    message.setMsgId("M1");
    message.setBody(golden.json().getBytes(UTF_8));
    return message;
  }
}
