package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.out.channel.HttpAnswer;
import com.yuge.payment.out.channel.wechat.AnswerVerifier.Finding;

/** The result of the check at the start, with a text for people. */
record StartupCheckResult(Kind kind, String text) {
  /** The consequence of the result. */
  enum Kind {
    /** Keys and clocks agree. */
    RIGHT,
    /** An outage, which passes. */
    UNKNOWN,
    /** A setting or a clock is wrong, so no payment can succeed. */
    WRONG
  }

  static StartupCheckResult of(HttpAnswer answer, Finding signature) {
    String code = WechatApiException.text(answer.body(), "code");
    String answered = "HTTP " + answer.status() + " " + code;
    // With this code WeChat Pay does not know the merchant, so the answer may be unsigned.
    if (code.equals("SIGN_ERROR")) {
      return new StartupCheckResult(
          Kind.WRONG,
          "it does not accept our signature (SIGN_ERROR): private-key-file, merchant-serial and"
              + " mch-id must belong together");
    }
    return switch (signature) {
      case GENUINE -> genuine(answer.status(), code, answered);
      case UNSIGNED -> unsigned(answer.status(), answered);
      case PROBE -> new StartupCheckResult(Kind.UNKNOWN, "its answer was " + signature);
      case OTHER_KEY, FORGED ->
          new StartupCheckResult(
              Kind.WRONG,
              "its answer was "
                  + signature
                  + ": public-key-id and public-key-file must be those of the merchant ("
                  + answered
                  + ")");
      case OUTSIDE_WINDOW ->
          new StartupCheckResult(
              Kind.WRONG, "its answer was " + signature + ": compare the clocks");
    };
  }

  private static StartupCheckResult genuine(int status, String code, String answered) {
    if (code.equals("ORDER_NOT_EXIST")) {
      return new StartupCheckResult(Kind.RIGHT, "keys and clocks agree");
    }
    boolean passes = status >= 500 || status == 429;
    return new StartupCheckResult(
        passes ? Kind.UNKNOWN : Kind.WRONG, "it refuses the question: " + answered);
  }

  private static StartupCheckResult unsigned(int status, String answered) {
    return status >= 500
        ? new StartupCheckResult(Kind.UNKNOWN, "it could not be asked: " + answered)
        : new StartupCheckResult(
            Kind.WRONG,
            "its answer was without a signature: url must be WeChat Pay's, with nothing between"
                + " that takes headers away ("
                + answered
                + ")");
  }
}
