package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** An answer that Alipay signed. */
record AlipayAnswer(JsonNode json) {
  private static final Logger log = LoggerFactory.getLogger(AlipayAnswer.class);
  private static final String DONE = "10000";
  private static final String BUSINESS_REFUSAL = "40004";
  private static final String TOO_FREQUENT = "40005";

  /** Alipay's own failures: the call may have been executed. */
  private static final Set<String> FAILURES = Set.of("ACQ.SYSTEM_ERROR", "AQC.SYSTEM_ERROR");

  /** Whether the call was executed; this says nothing about its effect. */
  boolean isDone() {
    return text("code").equals(DONE);
  }

  /** The code of a business refusal; empty if the answer is none. */
  String refusal() {
    return text("code").equals(BUSINESS_REFUSAL) ? text("sub_code") : "";
  }

  /** Whether Alipay rejects the request itself: its signature, its time or our permissions. */
  boolean isRejected() {
    return text("code").startsWith("400") && !works();
  }

  private boolean works() {
    return !refusal().isEmpty() || text("code").equals(TOO_FREQUENT);
  }

  /** Why the result is unknown, for an answer that is neither done nor a refusal that we know. */
  UnknownReason unknown() {
    return new UnknownReason(
        works() && !FAILURES.contains(refusal()) ? Cause.REFUSED : Cause.ERROR,
        "code " + text("code") + " " + text("sub_code"));
  }

  /** The text of a field; empty if there is none. */
  String text(String field) {
    return json.path(field).isString() ? json.path(field).asString() : "";
  }

  Money money(String field) {
    return wellFormed(() -> AlipayMoney.read(field, text(field)));
  }

  /** The time in a field; null if there is none. */
  @Nullable Instant time(String field) {
    String text = text(field);
    return text.isEmpty() ? null : wellFormed(() -> AlipayTime.read(field, text));
  }

  /** Throws {@link ChannelCallException} unless the field has this value. */
  void require(String field, String value) {
    if (!text(field).equals(value)) {
      log.warn("Alipay signed an answer about {} with another {}", value, field);
      throw new ChannelCallException(Cause.ERROR, "an answer about another " + field);
    }
  }

  /** The same for a field that Alipay may leave out. */
  void requireIfGiven(String field, String value) {
    if (json.hasNonNull(field)) {
      require(field, value);
    }
  }

  static <T> T wellFormed(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidValue e) {
      throw new ChannelCallException(
          Cause.ERROR, "an answer out of its grammar: " + e.getMessage());
    }
  }
}
