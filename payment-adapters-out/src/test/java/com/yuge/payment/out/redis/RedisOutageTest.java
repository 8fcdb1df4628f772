package com.yuge.payment.out.redis;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.yuge.payment.domain.fakes.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import redis.clients.jedis.exceptions.JedisConnectionException;

@ExtendWith(OutputCaptureExtension.class)
class RedisOutageTest {
  private final SettableClock clock = new SettableClock(NOW, ZoneOffset.UTC);
  private final RedisCalls redis =
      new RedisCalls(TestRedis.CLIENT, TestRedis.PATIENT, new SimpleMeterRegistry(), clock);
  private final Logger logger = (Logger) LoggerFactory.getLogger(RedisOutage.class);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void listenNoMore() {
    logger.setLevel(null);
  }

  @Test
  void afterAFailureItIsLeftAloneForAPause() {
    fails();
    assertThat(answers()).isFalse();

    aPausePasses();

    assertThat(answers()).isTrue();
    assertThat(answers()).isTrue();
  }

  @Test
  void aTryThatEndsInAnErrorIsFollowedByAnother() {
    fails();
    aPausePasses();
    assertThatThrownBy(
            () ->
                redis.ask(
                    jedis -> {
                      throw new StackOverflowError("test");
                    }))
        .isInstanceOf(StackOverflowError.class);

    assertThat(answers()).isTrue();
  }

  @Test
  void aFewSlowAnswersAtOnceAreNoOutage(CapturedOutput output) {
    fails();
    fails();
    aPausePasses();
    assertThat(answers()).isTrue();
    fails();

    assertThat(output).doesNotContain("Redis is away");
  }

  @Test
  void anOutageIsToldWhenItBeginsAndWhenItIsOver(CapturedOutput output) {
    fails();
    aPausePasses();
    fails();
    aPausePasses();
    fails();
    assertThat(output.getOut().split("Redis is away", -1)).hasSize(2);

    aPausePasses();
    assertThat(answers()).isTrue();
    assertThat(answers()).isTrue();

    assertThat(output.getOut().split("Redis is back", -1)).hasSize(2);
  }

  private void fails() {
    assertThat(
            redis.<String>ask(
                jedis -> {
                  throw new JedisConnectionException("refused");
                }))
        .isEmpty();
  }

  private boolean answers() {
    return redis.<String>ask(jedis -> "PONG").isPresent();
  }

  private void aPausePasses() {
    clock.advance(TestRedis.AFTER_PAUSE);
  }
}
