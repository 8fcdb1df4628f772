package com.yuge.payment.out.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.rocketmq.logging.org.slf4j.LoggerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientLoggingTest {
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger ours =
      (Logger) org.slf4j.LoggerFactory.getLogger("org.apache.rocketmq.ClientLoggingTest");

  @BeforeEach
  void listen() {
    log.start();
    ours.setLevel(Level.WARN);
    ours.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    ours.detachAppender(log);
    ours.setLevel(null);
  }

  @Test
  void handsOnLevelMessageAndCause() {
    var theirs = LoggerFactory.getLogger("ClientLoggingTest");
    var cause = new IllegalStateException("closed");

    theirs.warn("no route to {}, {} left", "broker-a", 2);
    theirs.error("connection lost", cause);
    theirs.error("{} gone", "broker-b", cause);

    assertThat(log.list)
        .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
        .containsExactly(
            tuple(Level.WARN, "no route to broker-a, 2 left"),
            tuple(Level.ERROR, "connection lost"),
            tuple(Level.ERROR, "broker-b gone"));
    assertThat(log.list)
        .extracting(event -> event.getThrowableProxy() == null)
        .containsExactly(true, false, false);
  }

  @Test
  void asksOurLevels() {
    var theirs = LoggerFactory.getLogger("ClientLoggingTest");

    theirs.info("a heartbeat");

    assertThat(log.list).isEmpty();
    assertThat(theirs.isInfoEnabled()).isFalse();
    assertThat(theirs.isWarnEnabled()).isTrue();
  }

  @Test
  void leavesAlreadyFullNamesAsTheyAre() {
    assertThat(LoggerFactory.getLogger("org.apache.rocketmq.remoting.X").getName())
        .isEqualTo("org.apache.rocketmq.remoting.X");
  }
}
