package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.contracts.CallbackLogContract;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class InMemoryCallbackLogTest extends CallbackLogContract {
  private final InMemoryStore store = new InMemoryStore();
  private final CallbackLog log = new InMemoryCallbackLog(store);

  @Override
  protected CallbackLog log() {
    return log;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected List<CallbackRecord> callbacksOf(@Nullable PayNo payNo) {
    return store.callbacks().stream().filter(line -> Objects.equals(line.payNo(), payNo)).toList();
  }
}
