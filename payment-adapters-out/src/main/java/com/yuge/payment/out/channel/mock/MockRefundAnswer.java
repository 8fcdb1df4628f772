package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the MOCK channel about one refund. It counts only with the channel's signature over
 * the nonce of this very call. Any deviation from the protocol makes it unknown.
 */
final class MockRefundAnswer implements SignedFields {
  private static final String DOMAIN = "refund-answer-v1";
  private static final List<String> SIGNED =
      List.of(
          "refundNo",
          "nonce",
          "result",
          "code",
          "amount",
          "currency",
          "channelRefundNo",
          "refundedAt");

  /**
   * The codes that refuse the refund, once a query confirms it. Any other code may be temporary.
   */
  private static final Set<String> REFUSALS = Set.of("REFUND_AMOUNT_REFUSED");

  private final RefundRequest request;
  private final JsonNode json;

  private MockRefundAnswer(RefundRequest request, JsonNode json) {
    this.request = request;
    this.json = json;
  }

  /** Throws {@link ChannelCallException} unless it is JSON about that refund and call. */
  static MockRefundAnswer read(byte[] body, RefundRequest request, String nonce) {
    try {
      MockRefundAnswer answer = new MockRefundAnswer(request, MockAnswer.STRICT.readTree(body));
      if (!answer.text("refundNo").equals(request.refundNo().value())) {
        throw new ChannelCallException(Cause.ERROR, "an answer about another refund");
      }
      if (!answer.text("nonce").equals(nonce)) {
        throw new ChannelCallException(Cause.ERROR, "an answer to another call");
      }
      return answer;
    } catch (JacksonException e) {
      throw new ChannelCallException(Cause.ERROR, "an answer that is not JSON");
    }
  }

  /** Throws {@link ChannelCallException} unless the channel signed it and it is well-formed. */
  RefundAnswer verified(HmacSignatures signatures) {
    if (!signatures.verify(
        this, new SignatureHeaders(text("keyId"), text("signature"), null, true))) {
      throw new ChannelCallException(Cause.ERROR, "an answer without the channel's signature");
    }
    return MockAnswer.wellFormed(this::answer);
  }

  @Override
  public byte[] bytes(String keyId) {
    return LengthPrefixed.of(
        Stream.concat(Stream.of(DOMAIN, keyId), SIGNED.stream().map(this::text)).toList());
  }

  private RefundAnswer answer() {
    return switch (text("result")) {
      case "SUCCESS" -> refund(MockRefundStatus.SUCCESS);
      case "PROCESSING" -> refund(MockRefundStatus.PROCESSING);
      case "ABNORMAL" -> refund(MockRefundStatus.ABNORMAL);
      case "CLOSED" -> refund(MockRefundStatus.CLOSED);
      case "REFUSED" -> refused(new FailCode(text("code")));
      case "NO_REFUND" -> new RefundAnswer.NoRefund();
      default ->
          throw new ChannelCallException(Cause.ERROR, "an answer without a result that we know");
    };
  }

  private RefundAnswer refund(MockRefundStatus status) {
    Money amount = MockAnswer.money(text("amount"), text("currency"));
    boolean done = status == MockRefundStatus.SUCCESS;
    if (!done && !amount.equals(request.amount())) {
      throw new ChannelCallException(Cause.ERROR, "a refund of another amount: " + amount);
    }
    Instant refundedAt = done ? MockAnswer.instant("refundedAt", text("refundedAt")) : null;
    return status.answer(amount, new ChannelRefundNo(text("channelRefundNo")), refundedAt);
  }

  private static RefundAnswer refused(FailCode code) {
    return REFUSALS.contains(code.value())
        ? new RefundAnswer.Refused(code, false)
        : new RefundAnswer.Unknown(new UnknownReason(Cause.REFUSED, code.value()));
  }

  private String text(String field) {
    return json.path(field).isString() ? json.path(field).asString() : "";
  }
}
