package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.auth.Validator;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.HttpAnswer;
import com.yuge.payment.out.channel.ReplayWindow;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Verifies the signature of every answer, of errors too, before anything of it is believed. */
record AnswerVerifier(WechatKeys keys, ReplayWindow window) implements Validator {

  /** What is wrong with an answer's signature, if anything is. */
  enum Finding {
    GENUINE("signed by WeChat Pay"),
    UNSIGNED("without WeChat Pay's signature"),
    OTHER_KEY("signed with another key than payment.wechat.public-key-id"),
    FORGED("with a wrong signature"),
    PROBE("a probe, whose signature is wrong on purpose"),
    OUTSIDE_WINDOW("signed at another time than now");

    private final String text;

    Finding(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  Finding inspect(HttpAnswer answer) {
    return inspect(answer.headers()::firstValue, answer.body());
  }

  private Finding inspect(Function<String, Optional<String>> header, byte[] body) {
    return SignedMessage.of(header, body).map(this::inspect).orElse(Finding.UNSIGNED);
  }

  private Finding inspect(SignedMessage message) {
    if (!message.serial().equals(keys.publicKeyId())) {
      return Finding.OTHER_KEY;
    }
    if (!message.isSignedWith(keys)) {
      return message.isProbe() ? Finding.PROBE : Finding.FORGED;
    }
    return window.admits(message.sentAt()) ? Finding.GENUINE : Finding.OUTSIDE_WINDOW;
  }

  /** Throws {@link ChannelCallException} unless WeChat Pay signed the answer just now. */
  void require(HttpAnswer answer) {
    Finding finding = inspect(answer);
    if (finding != Finding.GENUINE) {
      throw new ChannelCallException(
          Cause.ERROR, "HTTP " + answer.status() + ", an answer " + finding);
    }
  }

  /** For the SDK, which asks about successes only. */
  @Override
  public boolean validate(HttpHeaders headers, String body) {
    // HTTP ignores the case of a header's name, and the SDK does not.
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers.getHeaders());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return inspect(name -> Optional.ofNullable(anyCase.get(name)), bytes) == Finding.GENUINE;
  }

  /** The key that WeChat Pay is asked to sign with. */
  @Override
  public String getSerialNumber() {
    return keys.publicKeyId();
  }
}
