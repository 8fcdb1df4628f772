package com.yuge.payment.app.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/** Remembers the context of the operators' port, which is a child of the service's. */
public final class OperatorsContext implements ApplicationListener<WebServerInitializedEvent> {
  private @Nullable ApplicationContext context;

  @Override
  public void onApplicationEvent(WebServerInitializedEvent started) {
    if ("management".equals(started.getApplicationContext().getServerNamespace())) {
      context = started.getApplicationContext();
    }
  }

  ApplicationContext context() {
    return Objects.requireNonNull(context);
  }
}
