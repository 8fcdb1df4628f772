package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.out.channel.JsonType;
import com.yuge.payment.out.channel.ReplayWindow;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads the MOCK channel's callbacks: checks form, then signature, then replay window. */
final class MockCallbackReader implements CallbackReader {
  private static final String JSON = "application/json";

  /** The channel expects the response format of all other endpoints of this service. */
  private static final String ENVELOPE = "{\"code\":\"%s\",\"message\":\"%s\",\"data\":null}";

  private static final String PAYMENTS = "payments";
  private static final String REFUNDS = "refunds";

  private final SignatureVerifier payments;
  private final RefundSignatureVerifier refunds;
  private final ReplayWindow window;

  MockCallbackReader(
      SignatureVerifier payments, RefundSignatureVerifier refunds, ReplayWindow window) {
    this.payments = payments;
    this.refunds = refunds;
    this.window = window;
  }

  @Override
  public PayChannel channel() {
    return MockChannel.NAME;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(PAYMENTS, REFUNDS);
  }

  @Override
  public CallbackReading read(RawCallback raw) {
    if (!JsonType.isNamedBy(raw)) {
      return Refused.because(RefusalReason.NOT_JSON, CallbackClaim.NONE);
    }
    return raw.kind().equals(REFUNDS) ? refund(raw) : payment(raw);
  }

  private CallbackReading payment(RawCallback raw) {
    CallbackBody json = CallbackBody.UNREADABLE;
    try {
      json = CallbackBody.read(raw.body());
      return judge(payments.read(json, SignatureHeaders.of(raw)), raw);
    } catch (InvalidValue invalid) {
      return Refused.malformed(invalid, json.claim());
    }
  }

  private CallbackReading refund(RawCallback raw) {
    RefundCallbackBody json = RefundCallbackBody.UNREADABLE;
    try {
      json = RefundCallbackBody.read(raw.body());
      return judge(refunds.read(json, SignatureHeaders.of(raw)), raw);
    } catch (InvalidValue invalid) {
      return Refused.malformed(invalid, json.claim());
    }
  }

  private CallbackReading judge(ClaimedCallback callback, RawCallback raw) {
    if (!callback.genuine()) {
      return Refused.because(RefusalReason.BAD_SIGNATURE, callback.claim());
    }
    if (!window.admits(callback.sentAt())) {
      return Refused.because(RefusalReason.OUTSIDE_WINDOW, callback.claim());
    }
    return callback.verified(new String(raw.body(), StandardCharsets.UTF_8));
  }

  @Override
  public Acknowledgement accepted() {
    return new Acknowledgement(200, JSON, ENVELOPE.formatted("00000", "success"));
  }

  @Override
  public Acknowledgement refused(int status) {
    return new Acknowledgement(status, JSON, ENVELOPE.formatted("A0400", "refused"));
  }
}
