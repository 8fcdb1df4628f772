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

/** All calls to one channel: none inside a transaction, all through one breaker, each timed. */
final class ChannelCalls {
  private static final UnknownReason LEFT_ALONE =
      new UnknownReason(Cause.NOT_ASKED, "not asked: it failed too often just before");

  private final PayChannel channel;
  private final CircuitBreaker breaker;
  private final OpenCircuitTimer pause;
  private final CallTimer timer;

  ChannelCalls(PayChannel channel, CircuitBreaker breaker, MeterRegistry meters) {
    this.channel = channel;
    this.breaker = breaker;
    this.pause = OpenCircuitTimer.of(breaker);
    this.timer = new CallTimer(channel, meters);
  }

  /**
   * Makes a call whose answer may be unknown.
   *
   * @param name name of the call, for the metrics
   * @param unknown creates the answer while the circuit is open
   */
  <A extends ChannelAnswer> A ask(
      String name, Supplier<A> call, Function<UnknownReason, ? extends A> unknown) {
    return guarded(name, call, () -> unknown.apply(LEFT_ALONE));
  }

  /**
   * Makes a call that may take minutes, such as a download. It is not made while the circuit is
   * open, and the circuit does not count it. If the half-open circuit counted it, payments would
   * wait until it ends.
   */
  <A extends ChannelAnswer> A askSlowly(
      String name, Supplier<A> call, Function<UnknownReason, ? extends A> unknown) {
    NetworkCalls.refuseInTransaction();
    return timer.time(name, () -> pause.left().isZero() ? call.get() : unknown.apply(LEFT_ALONE));
  }

  /**
   * Makes a call that returns a result or throws.
   *
   * @throws ChannelUnavailable also while the circuit is open, with the time that is left
   */
  <T> T require(String name, Supplier<T> call) {
    return guarded(
        name,
        call,
        () -> {
          throw new ChannelUnavailable(channel, LEFT_ALONE, pause.left());
        });
  }

  // Checks for a transaction first: an open circuit would hide the mistake.
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
      // The library releases the permission only for exceptions, not for errors.
      breaker.releasePermission();
      throw error;
    }
  }
}
