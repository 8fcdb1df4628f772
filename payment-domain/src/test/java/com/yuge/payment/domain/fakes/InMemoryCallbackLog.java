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
    return store.statement(
        rows ->
            rows.callbacks().stream()
                .anyMatch(row -> row.channel() == channel && id.equals(row.id())));
  }

  @Override
  public void add(CallbackRecord callback) {
    boolean added =
        store.statement(rows -> !isTaken(callback) && rows.callbacks().add(cut(callback)));
    if (!added) {
      throw new IllegalStateException("callback id taken: " + callback.id());
    }
  }

  private boolean isTaken(CallbackRecord callback) {
    CallbackId id = callback.id();
    return id != null && holds(callback.channel(), id);
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
    CharBuffer rest = CharBuffer.wrap(payload);
    CoderResult unused =
        StandardCharsets.UTF_8.newEncoder().encode(rest, ByteBuffer.allocate(KEPT_BYTES), true);
    return payload.substring(0, rest.position());
  }
}
