package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.PayNo;

/** Stands in for the adapter that receives callbacks: grammar first, then the signature. */
record FrontDoor(HandleCallback handle, RejectCallback reject) implements Door {
  @Override
  public boolean receive(Message message) {
    if (message.keepsTheGrammar() && message.isSigned()) {
      return handle.handle(message.verified()).isPresent();
    }
    PayNo claimed = message.namesAnOrder() ? new PayNo(message.payNo()) : null;
    CallbackClaim claim = new CallbackClaim(claimed, null, false);
    reject.handle(TestChannels.MOCK, claim, message.payload(), "BAD_SIGNATURE");
    return false;
  }
}
