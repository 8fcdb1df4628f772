package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.fixtures.TestChannels;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback about a refund, whose signature was checked.
 *
 * @param answer null where the signature does not cover enough to decide
 */
public record RefundMessage(
    RefundRequest request, String status, @Nullable RefundAnswer answer, int number) {
  /** How the log's line of a callback about a refund begins. */
  public static final String PAYLOAD = "REFUND ";

  VerifiedRefundCallback verified() {
    return new VerifiedRefundCallback(
        id(), TestChannels.MOCK, request.refundNo(), status, answer, payload());
  }

  public CallbackId id() {
    byte[] identity = payload().getBytes(StandardCharsets.UTF_8);
    return new CallbackId(UUID.nameUUIDFromBytes(identity).toString().replace("-", ""));
  }

  public String payload() {
    return PAYLOAD + request.refundNo() + " " + status + " " + number;
  }
}
