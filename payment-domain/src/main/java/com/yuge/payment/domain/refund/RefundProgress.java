package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.shared.Excerpt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a refund has come at the channel.
 *
 * @param asks how often the channel was called about it, for the refund or for its state
 * @param askedAt when the channel was last asked to refund; null until then
 * @param acceptedAt when the channel first said that it has the refund; null while it has not
 * @param refusedAt when the channel refused in a way that a query must confirm; null otherwise
 * @param lastError the last problem, for people; null if there was none
 * @param refundedAt when the money went back; the channel's time if it reported one
 * @param lateAt when we learned that a failed refund was made after all
 */
public record RefundProgress(
    int asks,
    @Nullable Instant askedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant refusedAt,
    @Nullable ChannelRefundNo channelRefundNo,
    @Nullable FailCode failCode,
    @Nullable String lastError,
    @Nullable Instant refundedAt,
    @Nullable Instant lateAt) {
  public static final RefundProgress NONE =
      new RefundProgress(0, null, null, null, null, null, null, null, null);

  /** The longest text of a problem that is kept. */
  public static final int LONGEST_ERROR = 512;

  RefundProgress queried() {
    return called(askedAt);
  }

  RefundProgress asked(Instant now) {
    return called(now);
  }

  private RefundProgress called(@Nullable Instant lastAsked) {
    return new RefundProgress(
        asks + 1,
        lastAsked,
        acceptedAt,
        refusedAt,
        channelRefundNo,
        failCode,
        lastError,
        refundedAt,
        lateAt);
  }

  RefundProgress accepted(RefundAnswer answer, Instant now) {
    return new RefundProgress(
        asks,
        askedAt,
        acceptedAt == null ? now : acceptedAt,
        null,
        number(answer),
        answer.failCode(),
        null,
        refundedAt,
        lateAt);
  }

  RefundProgress refused(FailCode code, Instant now) {
    return new RefundProgress(
        asks, askedAt, null, now, channelRefundNo, code, code.value(), refundedAt, lateAt);
  }

  /** The channel does not have the refund, so it is asked again. */
  RefundProgress forgotten() {
    return new RefundProgress(
        asks, askedAt, null, null, channelRefundNo, null, "NO_REFUND", refundedAt, lateAt);
  }

  RefundProgress failed(FailCode code) {
    return new RefundProgress(
        asks, askedAt, acceptedAt, null, channelRefundNo, code, lastError, refundedAt, lateAt);
  }

  RefundProgress done(RefundAnswer answer, Instant at, @Nullable Instant late) {
    return new RefundProgress(
        asks, askedAt, acceptedAt, null, number(answer), failCode, null, at, late);
  }

  RefundProgress doneByHand(Instant at) {
    return new RefundProgress(
        asks, askedAt, acceptedAt, null, channelRefundNo, failCode, lastError, at, null);
  }

  RefundProgress withError(String error) {
    String cut = Excerpt.of(error, LONGEST_ERROR);
    return new RefundProgress(
        asks, askedAt, acceptedAt, refusedAt, channelRefundNo, failCode, cut, refundedAt, lateAt);
  }

  private @Nullable ChannelRefundNo number(RefundAnswer answer) {
    return answer.channelRefundNo() == null ? channelRefundNo : answer.channelRefundNo();
  }
}
