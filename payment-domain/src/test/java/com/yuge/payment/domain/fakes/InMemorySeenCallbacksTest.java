package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.contracts.SeenCallbacksContract;

class InMemorySeenCallbacksTest extends SeenCallbacksContract {
  private final SeenCallbacks seen = new InMemorySeenCallbacks();

  @Override
  protected SeenCallbacks seen() {
    return seen;
  }
}
