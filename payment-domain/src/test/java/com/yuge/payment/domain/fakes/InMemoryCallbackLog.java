package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.channel.PayChannel;

/** {@link CallbackLog} in memory. */
public final class InMemoryCallbackLog implements CallbackLog {
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
    CallbackId id = callback.id();
    if (id != null && holds(callback.channel(), id)) {
      throw new IllegalStateException("callback id taken: " + id);
    }
    boolean unused = store.statement(rows -> rows.callbacks().add(callback));
  }
}
