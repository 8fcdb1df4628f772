package com.yuge.payment.app.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test during which something was logged that should not be; found by JUnit itself. */
public final class NoLeaks implements AfterEachCallback, AfterAllCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(LeakAppender.take()).as("leaks in the log").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    afterEach(context);
  }
}
