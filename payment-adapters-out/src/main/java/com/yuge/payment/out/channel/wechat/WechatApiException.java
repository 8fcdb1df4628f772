package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.out.channel.HttpAnswer;
import com.yuge.payment.out.channel.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/** WeChat Pay answered with an error, and signed this answer. */
final class WechatApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_TEXT = 200;

  private final int status;
  private final String code;

  private WechatApiException(int status, String code, String text) {
    super("HTTP " + status + " " + code + ": " + text);
    this.status = status;
    this.code = code;
  }

  /** Reads the body of an error; the caller has verified its signature. */
  static WechatApiException of(HttpAnswer answer) {
    return new WechatApiException(
        answer.status(), text(answer.body(), "code"), text(answer.body(), "message"));
  }

  /** Returns an empty text if there is none; an error of a gateway may have any body. */
  static String text(byte[] body, String field) {
    try {
      String text = StrictJson.read(body, ObjectNode.class).path(field).asString("");
      return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    } catch (InvalidValue noJson) {
      return "";
    }
  }

  boolean is(String otherCode) {
    return code.equals(otherCode);
  }

  /**
   * A refusal of the request shows that the channel works. Any other error is a failure of the
   * channel.
   */
  UnknownReason reason() {
    Cause cause = status / 100 == 4 ? Cause.REFUSED : Cause.ERROR;
    return new UnknownReason(cause, String.valueOf(getMessage()));
  }
}
