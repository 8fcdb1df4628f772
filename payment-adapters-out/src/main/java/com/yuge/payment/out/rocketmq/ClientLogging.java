package com.yuge.payment.out.rocketmq;

import org.apache.rocketmq.logging.org.slf4j.ILoggerFactory;
import org.apache.rocketmq.logging.org.slf4j.IMarkerFactory;
import org.apache.rocketmq.logging.org.slf4j.helpers.BasicMarkerFactory;
import org.apache.rocketmq.logging.org.slf4j.helpers.NOPMDCAdapter;
import org.apache.rocketmq.logging.org.slf4j.spi.MDCAdapter;
import org.apache.rocketmq.logging.org.slf4j.spi.SLF4JServiceProvider;

/**
 * Sends the log of RocketMQ's client to the service's log. The client contains its own SLF4J, which
 * finds this class through {@code META-INF/services}. The client's own Logback would write to a
 * file below the user's home and take a tenth of the service's start.
 */
public final class ClientLogging implements SLF4JServiceProvider {
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter noContext = new NOPMDCAdapter();

  @Override
  public void initialize() {
    // Nothing to prepare: loggers of the client are created on request, and ours are cached.
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return ClientLogger::named;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return noContext;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0";
  }
}
