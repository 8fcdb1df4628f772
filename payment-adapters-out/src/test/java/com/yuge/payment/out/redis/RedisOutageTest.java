package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RedisOutageTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  // Such a clock may begin anywhere and run over.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - PAUSE.toNanos() / 2);
  private final RedisOutage outage = new RedisOutage(PAUSE, now::get);
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
  void aFewSlowAnswersAtOnceAreNoOutage(CapturedOutput output) {
    outage.failed("slow");
    outage.failed("slow");
    outage.answered();
    passes(PAUSE);
    outage.failed("slow");

    assertThat(output).doesNotContain("Redis is away");
  }

  @Test
  void anOutageIsToldWhenItBeginsAndWhenItIsOver(CapturedOutput output) {
    outage.failed("refused");
    passes(PAUSE);
    outage.failed("refused");
    passes(PAUSE);
    outage.failed("refused");
    assertThat(output.getOut().split("Redis is away", -1)).hasSize(2);

    outage.answered();
    outage.answered();

    assertThat(output.getOut().split("Redis is back", -1)).hasSize(2);
  }

  private void passes(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
