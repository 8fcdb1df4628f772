package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.RefundNo;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the same from every callback. */
final class RefundReader implements CallbackReader {
  private @Nullable CallbackReading reading;

  void reads(String id, RefundNo refundNo, @Nullable RefundAnswer answer) {
    reading =
        new CallbackReading.VerifiedRefund(
            new VerifiedRefundCallback(
                new CallbackId(id), channel(), refundNo, "SUCCESS", answer, "{}"));
  }

  void readsNothing(CallbackClaim claim) {
    reading = new CallbackReading.DecidesNothing(claim);
  }

  void refuses(CallbackReading.RefusalReason refusal, CallbackClaim claim) {
    reading = CallbackReading.Refused.because(refusal, claim);
  }

  @Override
  public PayChannel channel() {
    return TestChannels.MOCK;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("test-refunds");
  }

  @Override
  public CallbackReading read(RawCallback raw) {
    return Objects.requireNonNull(reading);
  }

  @Override
  public Acknowledgement accepted() {
    return new Acknowledgement(200, "text/plain", "taken");
  }

  @Override
  public Acknowledgement refused(int status) {
    return new Acknowledgement(status, "text/plain", "refused");
  }
}
