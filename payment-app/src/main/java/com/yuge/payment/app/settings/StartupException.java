package com.yuge.payment.app.settings;

import java.io.Serial;

/** The service cannot start. The report shows the problem and the fix instead of a stack trace. */
public final class StartupException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String action;

  public StartupException(String description, String action) {
    super(description);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
