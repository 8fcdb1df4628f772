package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.channel.PayChannel;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** {@link CallbackLog} in memory. */
public final class InMemoryCallbackLog implements CallbackLog {
  private static final int KEPT_BYTES = 16 * 1024;

  private final InMemoryStore store;

  public InMemoryCallbackLog(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public boolean holds(PayChannel channel, CallbackId id) {
    return store.callbackIds.get(new InMemoryStore.Occupied(channel, id)).isPresent();
  }

  @Override
  public void add(CallbackRecord callback) {
    boolean added = store.statement(() -> insert(callback));
    if (!added) {
      throw new IllegalStateException("callback id taken: " + callback.id());
    }
  }

  private boolean insert(CallbackRecord callback) {
    long row = store.nextId();
    CallbackId id = callback.id();
    boolean free =
        id == null
            || store.callbackIds.insert(new InMemoryStore.Occupied(callback.channel(), id), row);
    return free && store.callbacks.insert(row, cut(callback));
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
