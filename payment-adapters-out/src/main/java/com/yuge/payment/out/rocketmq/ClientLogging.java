package com.yuge.payment.out.rocketmq;

import org.apache.rocketmq.logging.org.slf4j.ILoggerFactory;
import org.apache.rocketmq.logging.org.slf4j.IMarkerFactory;
import org.apache.rocketmq.logging.org.slf4j.helpers.BasicMarkerFactory;
import org.apache.rocketmq.logging.org.slf4j.helpers.NOPMDCAdapter;
import org.apache.rocketmq.logging.org.slf4j.spi.MDCAdapter;
import org.apache.rocketmq.logging.org.slf4j.spi.SLF4JServiceProvider;

/**
 * What RocketMQ's client logs goes into the service's log. The client brings an SLF4J of its own,
 * which finds this by {@code META-INF/services}; the Logback that it comes with would write to a
 * file below the user's home and take a tenth of the service's start.
 */
public final class ClientLogging implements SLF4JServiceProvider {
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter noContext = new NOPMDCAdapter();

  @Override
  public void initialize() {
    // Nothing to prepare: a logger of theirs is made when it is asked for, and ours are kept.
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
