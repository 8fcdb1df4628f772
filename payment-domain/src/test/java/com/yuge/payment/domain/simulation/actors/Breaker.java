package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An instance's circuit breaker: a channel that has just failed to answer is left alone. */
final class Breaker implements ChannelGateway {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final UnknownReason LEFT_ALONE =
      new UnknownReason(UnknownReason.Cause.NOT_ASKED, "left alone");

  private final ChannelGateway channel;
  private final Surroundings surroundings;
  private long closedFrom;

  Breaker(ChannelGateway channel, Surroundings surroundings) {
    this.channel = channel;
    this.surroundings = surroundings;
  }

  @Override
  public PayChannel channel() {
    return channel.channel();
  }

  @Override
  public ChannelLimits limits() {
    return channel.limits();
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    return channel.account(options);
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return channel.action(trade, opened, returnUrl);
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
    if (isOpen()) {
      throw new ChannelUnavailable(channel(), LEFT_ALONE.detail());
    }
    try {
      return channel.open(trade);
    } catch (ChannelUnavailable away) {
      trip();
      throw away;
    }
  }

  @Override
  public QueryAnswer query(Trade trade) {
    return ask(
        () -> channel.query(trade),
        QueryAnswer.Unknown.class::isInstance,
        new QueryAnswer.Unknown(LEFT_ALONE));
  }

  @Override
  public CloseAnswer close(Trade trade) {
    return ask(
        () -> channel.close(trade),
        CloseAnswer.Unknown.class::isInstance,
        new CloseAnswer.Unknown(LEFT_ALONE));
  }

  private <A> A ask(Supplier<A> call, Predicate<A> failed, A leftAlone) {
    if (isOpen()) {
      surroundings.scheduler().note("breaker", () -> "the channel is left alone");
      return leftAlone;
    }
    A answer = call.get();
    if (failed.test(answer)) {
      trip();
    }
    return answer;
  }

  private boolean isOpen() {
    return surroundings.scheduler().now() < closedFrom;
  }

  private void trip() {
    closedFrom = surroundings.scheduler().now() + PAUSE.toNanos() / 1_000;
  }
}
