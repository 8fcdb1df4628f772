package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Supplier;

/** A channel that is asked through a circuit breaker, and each call timed. */
final class CircuitBreakingGateway implements ChannelGateway {
  private static final UnknownReason LEFT_ALONE =
      new UnknownReason(Cause.NOT_ASKED, "not asked: it failed too often just before");

  private final ChannelGateway channel;
  private final CircuitBreaker breaker;
  private final BreakerPause pause;
  private final CallTimer timer;

  CircuitBreakingGateway(ChannelGateway channel, CircuitBreaker breaker, CallTimer timer) {
    this.channel = channel;
    this.breaker = breaker;
    this.pause = BreakerPause.of(breaker);
    this.timer = timer;
  }

  @Override
  public PayChannel channel() {
    return channel.channel();
  }

  @Override
  public ChannelAccount account() {
    return channel.account();
  }

  @Override
  public PayUrl open(Trade trade) {
    return ask(
        "open",
        () -> channel.open(trade),
        () -> {
          throw new ChannelUnavailable(channel(), LEFT_ALONE.detail(), pause.left());
        });
  }

  @Override
  public QueryAnswer query(Trade trade) {
    return ask("query", () -> channel.query(trade), () -> new QueryAnswer.Unknown(LEFT_ALONE));
  }

  @Override
  public CloseAnswer close(Trade trade) {
    return ask("close", () -> channel.close(trade), () -> new CloseAnswer.Unknown(LEFT_ALONE));
  }

  // The transaction first: an open circuit would hide the mistake.
  private <T> T ask(String name, Supplier<T> call, Supplier<T> leftAlone) {
    NetworkCalls.refuseInTransaction();
    return timer.time(name, () -> throughBreaker(call, leftAlone));
  }

  private <T> T throughBreaker(Supplier<T> call, Supplier<T> leftAlone) {
    try {
      return breaker.executeSupplier(call);
    } catch (CallNotPermittedException open) {
      return leftAlone.get();
    } catch (Error error) {
      // The library gives back what it let through for exceptions only.
      breaker.releasePermission();
      throw error;
    }
  }
}
