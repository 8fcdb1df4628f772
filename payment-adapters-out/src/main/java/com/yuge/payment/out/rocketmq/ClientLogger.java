package com.yuge.payment.out.rocketmq;

import org.apache.rocketmq.logging.org.slf4j.Marker;
import org.apache.rocketmq.logging.org.slf4j.event.Level;
import org.apache.rocketmq.logging.org.slf4j.helpers.LegacyAbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** A logger of RocketMQ's client that delegates to one of ours. */
final class ClientLogger extends LegacyAbstractLogger {
  private static final String HOME = "org.apache.rocketmq.";
  private static final long serialVersionUID = 1L;

  private final transient Logger ours;

  private ClientLogger(Logger ours) {
    this.name = ours.getName();
    this.ours = ours;
  }

  /**
   * Creates a logger. Some names in the client are plain words, such as {@code RocketmqClient};
   * with a common prefix, one setting controls all their levels.
   */
  static ClientLogger named(String name) {
    return new ClientLogger(LoggerFactory.getLogger(name.startsWith(HOME) ? name : HOME + name));
  }

  @Override
  public boolean isTraceEnabled() {
    return ours.isTraceEnabled();
  }

  @Override
  public boolean isDebugEnabled() {
    return ours.isDebugEnabled();
  }

  @Override
  public boolean isInfoEnabled() {
    return ours.isInfoEnabled();
  }

  @Override
  public boolean isWarnEnabled() {
    return ours.isWarnEnabled();
  }

  @Override
  public boolean isErrorEnabled() {
    return ours.isErrorEnabled();
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return ClientLogger.class.getName();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    LoggingEventBuilder event =
        ours.atLevel(org.slf4j.event.Level.intToLevel(level.toInt())).setCause(thrown);
    if (arguments == null) event.log(message);
    else event.log(message, arguments);
  }
}
