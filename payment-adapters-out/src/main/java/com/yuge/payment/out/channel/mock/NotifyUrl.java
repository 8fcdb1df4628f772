package com.yuge.payment.out.channel.mock;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The address for callbacks: the configured one, or this path at our own port on loopback. */
record NotifyUrl(@Nullable URI configured, Environment environment, String path)
    implements Supplier<URI> {
  // Resolved late: a free port is known only after the web server has bound one.
  private static final String OWN = "http://127.0.0.1:${local.server.port:${server.port:8080}}";

  @Override
  public URI get() {
    return configured == null
        ? URI.create(environment.resolveRequiredPlaceholders(OWN) + path)
        : configured;
  }
}
