package com.yuge.payment.out.channel.wechat;

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
import java.util.List;
import java.util.Set;

/**
 * Reads WeChat Pay's notifications: checks the signature, then the replay window, then what was
 * encrypted. WeChat Pay also sends notifications with a wrong signature, to test whether they are
 * refused.
 */
final class WechatCallbackReader implements CallbackReader {
  static final String PAYMENTS = "payments";
  static final String REFUNDS = "refunds";

  private static final String JSON = "application/json";
  private static final CallbackClaim SIGNED = new CallbackClaim(null, null, true);

  private final WechatAccounts accounts;
  private final ReplayWindow window;

  WechatCallbackReader(WechatAccounts accounts, ReplayWindow window) {
    this.accounts = accounts;
    this.window = window;
  }

  @Override
  public PayChannel channel() {
    return WechatChannel.NAME;
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
    return SignedMessage.of(raw::header, raw.body())
        .map(message -> read(message, raw))
        .orElseGet(() -> Refused.because(RefusalReason.BAD_SIGNATURE, CallbackClaim.NONE));
  }

  private CallbackReading read(SignedMessage message, RawCallback raw) {
    List<WechatAccount> signed =
        accounts.signedFor(message.serial()).stream()
            .filter(account -> message.isSignedWith(account.keys()))
            .toList();
    if (signed.isEmpty()) {
      return Refused.because(RefusalReason.BAD_SIGNATURE, CallbackClaim.NONE);
    }
    if (!window.admits(message.sentAt())) {
      return Refused.because(RefusalReason.OUTSIDE_WINDOW, SIGNED);
    }
    return decrypted(raw, signed);
  }

  private static CallbackReading decrypted(RawCallback raw, List<WechatAccount> signed) {
    String payload = new String(raw.body(), StandardCharsets.UTF_8);
    try {
      Notification notification = Notification.read(raw.body());
      return raw.kind().equals(REFUNDS)
          ? WechatRefundCallback.of(notification, signed).read(signed, payload)
          : WechatPaymentCallback.of(notification, signed).read(signed, payload);
    } catch (InvalidValue invalid) {
      return Refused.malformed(invalid, SIGNED);
    }
  }

  /** WeChat Pay stops repeating for any 200; the body is the one in its documentation. */
  @Override
  public Acknowledgement accepted() {
    return new Acknowledgement(200, JSON, "{\"code\":\"SUCCESS\",\"message\":\"OK\"}");
  }

  @Override
  public Acknowledgement refused(int status) {
    return new Acknowledgement(status, JSON, "{\"code\":\"FAIL\",\"message\":\"refused\"}");
  }
}
