package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The readers of the channels in use, by the paths that their channels call. */
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

  /** Lower case only: a path has one spelling. */
  Optional<CallbackReader> find(String channel, String kind) {
    return Optional.ofNullable(byPath.get(path(channel, kind)));
  }

  /** Every path that a channel in use calls. */
  Set<String> paths() {
    return Set.copyOf(byPath.keySet());
  }

  private static String path(String channel, String kind) {
    return PATHS + channel + "/" + kind;
  }
}
