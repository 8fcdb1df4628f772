package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The callback readers of the enabled channels, by request path. */
final class CallbackReaders {
  static final String PATHS = "/channels/";

  private final Map<String, CallbackReader> byPath = new HashMap<>();

  CallbackReaders(Collection<? extends CallbackReader> readers) {
    for (CallbackReader reader : readers) {
      for (String kind : reader.kinds()) {
        String path = path(reader.channel().name().toLowerCase(Locale.ROOT), kind);
        if (byPath.putIfAbsent(path, reader) != null) {
          throw new IllegalArgumentException("two readers for " + path);
        }
      }
    }
  }

  /** Finds a reader by path. Paths are lower case only, so each path has one spelling. */
  Optional<CallbackReader> find(String channel, String kind) {
    return Optional.ofNullable(byPath.get(path(channel, kind)));
  }

  /** Returns the callback paths of all enabled channels. */
  Set<String> paths() {
    return Set.copyOf(byPath.keySet());
  }

  private static String path(String channel, String kind) {
    return PATHS + channel + "/" + kind;
  }
}
