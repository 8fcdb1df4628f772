package com.yuge.payment.out.channel.mock;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Where the channel is to call back: as configured, else this service's own port on loopback. */
record NotifyUrl(@Nullable URI configured, Environment environment) implements Supplier<URI> {
  // Not before it is needed: a free port is known only once the web server has taken one.
  private static final String OWN =
      "http://127.0.0.1:${local.server.port:${server.port:8080}}/payments/mock-callback";

  @Override
  public URI get() {
    return configured == null
        ? URI.create(environment.resolveRequiredPlaceholders(OWN))
        : configured;
  }
}
