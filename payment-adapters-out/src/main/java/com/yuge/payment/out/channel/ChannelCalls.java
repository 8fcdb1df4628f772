package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelAnswer;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The calls to one channel, whatever is asked of it: none inside a transaction, all through one
 * circuit breaker, each timed.
 */
final class ChannelCalls {
  private static final UnknownReason LEFT_ALONE =
      new UnknownReason(Cause.NOT_ASKED, "not asked: it failed too often just before");

  private final PayChannel channel;
  private final CircuitBreaker breaker;
  private final BreakerPause pause;
  private final CallTimer timer;

  ChannelCalls(PayChannel channel, CircuitBreaker breaker, MeterRegistry meters) {
    this.channel = channel;
    this.breaker = breaker;
    this.pause = BreakerPause.of(breaker);
    this.timer = new CallTimer(channel, meters);
  }

  /**
   * A call whose answer tells whether it is known.
   *
   * @param name what is asked, for the metrics
   * @param unknown the answer of a channel that is left alone
   */
  <A extends ChannelAnswer> A ask(
      String name, Supplier<A> call, Function<UnknownReason, ? extends A> unknown) {
    return guarded(name, call, () -> unknown.apply(LEFT_ALONE));
  }

  /**
   * A call that has a result or throws.
   *
   * @throws ChannelUnavailable also of a channel that is left alone, with the time for which it is
   */
  <T> T require(String name, Supplier<T> call) {
    return guarded(
        name,
        call,
        () -> {
          throw new ChannelUnavailable(channel, LEFT_ALONE.detail(), pause.left());
        });
  }

  // The transaction first: an open circuit would hide the mistake.
  private <T> T guarded(String name, Supplier<T> call, Supplier<T> leftAlone) {
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
