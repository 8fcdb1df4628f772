package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** Callbacks are logged without their identity, so that no repeat is ever recognised. */
public final class NoDedupe extends Wiring {
  @Override
  public CallbackLog log(CallbackLog real) {
    return new CallbackLog() {
      @Override
      public long countRepeat(PayChannel channel, CallbackId id) {
        return 0;
      }

      @Override
      public long countUnknown(PayChannel channel, PayNo payNo) {
        return 0;
      }

      @Override
      public void add(CallbackRecord line) {
        real.add(
            new CallbackRecord(
                line.channel(),
                line.payNo(),
                null,
                line.status(),
                line.payload(),
                line.signatureValid(),
                line.result(),
                line.reason(),
                line.at()));
      }
    };
  }
}
