package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.DuplicateCallback;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@link CallbackLog} in memory. */
public final class InMemoryCallbackLog implements CallbackLog {
  private static final int KEPT_BYTES = 16 * 1024;

  private final InMemoryStore store;

  public InMemoryCallbackLog(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public long countRepeat(PayChannel channel, CallbackId id) {
    return store.statement(
        () -> raised(store.callbackIds.get(new InMemoryStore.Occupied(channel, id))));
  }

  @Override
  public long countUnknown(PayChannel channel, PayNo payNo) {
    return store.statement(() -> raised(firstUnknown(channel, payNo)));
  }

  private Optional<Long> firstUnknown(PayChannel channel, PayNo payNo) {
    return store.callbacks.entries().stream()
        .filter(line -> line.getValue().channel().equals(channel))
        .filter(line -> payNo.equals(line.getValue().payNo()))
        .filter(line -> line.getValue().reason().equals(CallbackRecord.UNKNOWN_PAY_NO))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private long raised(Optional<Long> first) {
    return first.flatMap(store.callbackRepeats::lock).isPresent() ? raise(first.get()) : 0;
  }

  private long raise(long row) {
    long repeats = store.callbackRepeats.get(row).orElseThrow() + 1;
    store.callbackRepeats.put(row, repeats);
    return repeats;
  }

  @Override
  public void add(CallbackRecord callback) {
    boolean added = store.statement(() -> insert(callback));
    if (!added) {
      throw new DuplicateCallback(
          Objects.requireNonNull(callback.id()), new IllegalStateException("unique key"));
    }
  }

  private boolean insert(CallbackRecord callback) {
    long row = store.nextId();
    CallbackId id = callback.id();
    boolean free =
        id == null
            || store.callbackIds.insert(new InMemoryStore.Occupied(callback.channel(), id), row);
    return free
        && store.callbacks.insert(row, cut(callback))
        && store.callbackRepeats.insert(row, 0L);
  }

  private static CallbackRecord cut(CallbackRecord whole) {
    return new CallbackRecord(
        whole.channel(),
        whole.payNo(),
        whole.id(),
        whole.status(),
        cut(whole.payload()),
        whole.signatureValid(),
        whole.result(),
        whole.reason(),
        whole.at());
  }

  // The encoder stops before the first character that does not fit whole.
  private static String cut(String payload) {
    if (payload.length() <= KEPT_BYTES / 3) {
      return payload;
    }
    CharBuffer rest = CharBuffer.wrap(payload);
    CoderResult unused =
        StandardCharsets.UTF_8.newEncoder().encode(rest, ByteBuffer.allocate(KEPT_BYTES), true);
    return payload.substring(0, rest.position());
  }
}
