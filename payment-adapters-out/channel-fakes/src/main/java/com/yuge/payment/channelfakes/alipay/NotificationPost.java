package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.http.NotificationSender;
import com.yuge.payment.channelfakes.http.RandomDecimal;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import java.net.URI;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Map;

/** Signs and posts one try of a notification. */
final class NotificationPost {
  private static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=utf-8";
  private static final int ID_DIGITS = 34;

  private final NotificationSender sender = new NotificationSender();
  private final Signer signer;
  private final Clock clock;

  NotificationPost(Signer signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Returns whether the merchant has answered success. Every try carries the time at which it is
   * sent.
   */
  boolean post(Notification notification, AlipayFaults fault) {
    SignedForm form =
        new SignedForm(notification.fields())
            .with("notify_time", AlipayTime.of(clock.instant().plusSeconds(fault.skewSeconds())));
    SignedForm signed = signed(form, signer.key());
    return switch (fault.notifications()) {
      case NONE, HELD, REORDERED -> send(notification.url(), signed);
      case LOST -> false;
      case DOUBLED -> {
        boolean first = send(notification.url(), signed);
        yield send(notification.url(), signed) || first;
      }
      case PROBE -> {
        boolean unused = send(notification.url(), probe(form));
        yield send(notification.url(), signed);
      }
    };
  }

  private SignedForm probe(SignedForm form) {
    String notifyId = RandomDecimal.digits(ID_DIGITS);
    return signed(form.with("notify_id", notifyId), signer.strangerKey());
  }

  // Unlike a request's, this signature does not cover the sign_type.
  private static SignedForm signed(SignedForm form, PrivateKey key) {
    return form.with("sign", RsaSignature.sign(form.contentWithout("sign_type"), key));
  }

  private boolean send(URI url, SignedForm form) {
    return sender
        .send(url, Map.of("Content-Type", CONTENT_TYPE), form.encoded())
        .filter(reply -> reply.status() == 200 && reply.body().equals("success"))
        .isPresent();
  }
}
