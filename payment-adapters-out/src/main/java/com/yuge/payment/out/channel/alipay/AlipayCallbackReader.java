package com.yuge.payment.out.channel.alipay;

import com.alipay.api.internal.util.AlipaySignature;
import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.InvalidValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/** Reads Alipay's notifications: form, then signature, then account, then age, then content. */
final class AlipayCallbackReader implements CallbackReader {
  private static final String KIND = "notify";

  /** The address at this service. */
  static final String PATH = "/channels/alipay/" + KIND;

  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final MimeType FORM = new MimeType("application", "x-www-form-urlencoded");

  private final AlipayAccounts accounts;
  private final NotificationWindow window;

  AlipayCallbackReader(AlipayAccounts accounts, NotificationWindow window) {
    this.accounts = accounts;
    this.window = window;
  }

  @Override
  public PayChannel channel() {
    return AlipayChannel.NAME;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public CallbackReading read(RawCallback raw) {
    if (!isForm(raw.header("Content-Type").orElse(""))) {
      return Refused.because(RefusalReason.NOT_FORM, CallbackClaim.NONE);
    }
    AlipayForm form;
    try {
      form = AlipayForm.read(raw.body());
    } catch (InvalidValue invalid) {
      return Refused.malformed(invalid, CallbackClaim.NONE);
    }
    return verified(form, new String(raw.body(), StandardCharsets.US_ASCII));
  }

  private CallbackReading verified(AlipayForm form, String payload) {
    Optional<InvalidValue> invalid = foreignScheme(form);
    if (invalid.isPresent()) {
      return Refused.malformed(invalid.get(), AlipayNotification.claim(form, false));
    }
    return accounts
        .ofApp(form.text("app_id"), form.text("seller_id"))
        .filter(account -> isSigned(form, account))
        .map(account -> trusted(form, account, payload))
        .orElseGet(
            () ->
                Refused.because(
                    RefusalReason.BAD_SIGNATURE, AlipayNotification.claim(form, false)));
  }

  // The type of the signature is not signed. So only one type is accepted, and nobody can choose a
  // weaker one.
  private static Optional<InvalidValue> foreignScheme(AlipayForm form) {
    if (!form.text("sign_type").equals(AlipayAccount.SIGN_TYPE)) {
      return Optional.of(new InvalidValue("sign_type", "rsa2"));
    }
    return form.has("charset") && !form.text("charset").equalsIgnoreCase("UTF-8")
        ? Optional.of(new InvalidValue("charset", "utf-8"))
        : Optional.empty();
  }

  // The SDK removes parameters from the map that it gets.
  private static boolean isSigned(AlipayForm form, AlipayAccount account) {
    String text = AlipaySignature.getSignCheckContentV1(new HashMap<>(form.parameters()));
    return account.isSigned(text, form.text("sign"));
  }

  private CallbackReading trusted(AlipayForm form, AlipayAccount account, String payload) {
    CallbackClaim claim = AlipayNotification.claim(form, true);
    if (form.has("seller_id") && !form.text("seller_id").equals(account.sellerId())) {
      return Refused.because(RefusalReason.OTHER_ACCOUNT, claim);
    }
    try {
      return window.admits(AlipayTime.read("notify_time", form.text("notify_time")))
          ? new AlipayNotification(form, payload).read()
          : Refused.because(RefusalReason.OUTSIDE_WINDOW, claim);
    } catch (InvalidValue invalid) {
      return Refused.malformed(invalid, claim);
    }
  }

  private static boolean isForm(String contentType) {
    try {
      MimeType type = MimeTypeUtils.parseMimeType(contentType);
      Charset charset = type.getCharset();
      return FORM.includes(type) && (charset == null || charset.equals(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** Alipay stops repeating for this word only. */
  @Override
  public Acknowledgement accepted() {
    return new Acknowledgement(200, TEXT, "success");
  }

  @Override
  public Acknowledgement refused(int status) {
    return new Acknowledgement(status, TEXT, "fail");
  }
}
