package com.yuge.payment.app;

import com.yuge.payment.in.callback.CallbackProperties;
import com.yuge.payment.in.security.SecurityProperties;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Single settings, for rules about several of them: those that can be read, also while others of
 * their record cannot. What cannot has been told by {@link BrokenSettings}.
 */
final class FoundSettings {
  private final Binder binder;

  FoundSettings(ConfigurableEnvironment environment) {
    this.binder = Binder.get(environment);
  }

  boolean flag(String key, boolean otherwise) {
    return find(key, Bindable.of(Boolean.class)).orElse(otherwise);
  }

  Optional<Integer> number(String key) {
    return find(key, Bindable.of(Integer.class));
  }

  Optional<String> text(String key) {
    return find(key, Bindable.of(String.class));
  }

  List<String> texts(String key) {
    return find(key, Bindable.listOf(String.class)).orElse(List.of());
  }

  Optional<Duration> duration(String key) {
    return find(key, Bindable.of(Duration.class));
  }

  Optional<URI> uri(String key) {
    return find(key, Bindable.of(URI.class));
  }

  Optional<InetAddress> address(String key) {
    return find(key, Bindable.of(InetAddress.class));
  }

  /** Whether anybody has a key; one that cannot be read has been told, and is no opening. */
  boolean hasClients() {
    try {
      return binder
          .bind("payment.security.clients", Bindable.listOf(SecurityProperties.Client.class))
          .map(clients -> !clients.isEmpty())
          .orElse(false);
    } catch (BindException told) {
      return true;
    }
  }

  /** Those of the HMAC scheme. */
  List<String> callbackKeySecrets() {
    return find("payment.callback.keys", Bindable.listOf(CallbackProperties.Key.class))
        .orElse(List.of())
        .stream()
        .map(CallbackProperties.Key::secret)
        .toList();
  }

  /** A whole record with its defaults; empty while anything of it is broken. */
  <T extends Record> Optional<T> record(Class<T> type) {
    try {
      return Optional.of(binder.bindOrCreate(prefix(type), Bindable.of(type)));
    } catch (BindException told) {
      return Optional.empty();
    }
  }

  static String prefix(Class<? extends Record> type) {
    return Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class)).value();
  }

  private <T> Optional<T> find(String key, Bindable<T> type) {
    try {
      return Optional.ofNullable(binder.bind(key, type).orElse(null));
    } catch (BindException told) {
      return Optional.empty();
    }
  }
}
