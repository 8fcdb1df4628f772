package com.yuge.payment.in.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Has a class log what it logs in production, while tests log warnings only. */
record LoggedFromInfo(Class<?> type) implements BeforeEachCallback, AfterEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    logger().setLevel(Level.INFO);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    logger().setLevel(null);
  }

  private Logger logger() {
    return (Logger) LoggerFactory.getLogger(type);
  }
}
