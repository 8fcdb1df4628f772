package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelAnswer;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a circuit breaker around a channel. A channel that fails too often gets no calls for a
 * while, so that requests do not wait in vain. The gauge {@code resilience4j.circuitbreaker.state}
 * shows this.
 */
final class CircuitBreakers {
  private static final Logger log = LoggerFactory.getLogger(CircuitBreakers.class);

  /** A longer try counts as failed; this is longer than any channel's deadline. */
  private static final Duration LONGEST_TRY = Duration.ofMinutes(2);

  private final ChannelProperties properties;
  private final MeterRegistry meters;
  private final CircuitBreakerRegistry breakers;
  private final Map<PayChannel, ChannelCalls> calls = new ConcurrentHashMap<>();

  CircuitBreakers(ChannelProperties properties, MeterRegistry meters) {
    this.properties = properties;
    this.meters = meters;
    this.breakers = CircuitBreakerRegistry.of(config());
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
  }

  ChannelGateway around(ChannelGateway gateway) {
    return new CircuitBreakingGateway(gateway, calls(gateway.channel()));
  }

  RefundGateway around(RefundGateway gateway) {
    return new CircuitBreakingRefunds(gateway, calls(gateway.channel()));
  }

  StatementGateway around(StatementGateway gateway) {
    return new CircuitBreakingStatements(gateway, calls(gateway.channel()));
  }

  /** One instance for each channel, because an outage affects all calls to the channel. */
  private ChannelCalls calls(PayChannel channel) {
    return calls.computeIfAbsent(
        channel,
        named -> {
          CircuitBreaker breaker = breakers.circuitBreaker(named.name());
          breaker.getEventPublisher().onStateTransition(e -> log(named, e.getStateTransition()));
          return new ChannelCalls(named, breaker, meters);
        });
  }

  /** A refusal by the channel is not a failure, and neither is an error on our side. */
  CircuitBreakerConfig config() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(properties.breakerCalls())
        .minimumNumberOfCalls(Math.max(1, properties.breakerCalls() / 2))
        .failureRateThreshold(properties.breakerFailures())
        .waitDurationInOpenState(properties.breakerPause())
        .permittedNumberOfCallsInHalfOpenState(2)
        .maxWaitDurationInHalfOpenState(LONGEST_TRY)
        .recordResult(
            answer -> answer instanceof ChannelAnswer channelAnswer && isFailure(channelAnswer))
        .recordException(CircuitBreakers::isFailure)
        .ignoreException(e -> !isFailure(e))
        .build();
  }

  // An error of refunds must not stop payments. A timeout counts for every kind of call, because a
  // channel that is down makes all of them wait.
  private static boolean isFailure(ChannelAnswer answer) {
    return answer
        .unknown()
        .filter(reason -> isFailure(reason.cause(), answer instanceof RefundAnswer))
        .isPresent();
  }

  // One payer's wrong data must not stop all others.
  private static boolean isFailure(Throwable thrown) {
    return thrown instanceof ChannelUnavailable away && isFailure(away.reason().cause(), false);
  }

  private static boolean isFailure(Cause cause, boolean ofRefund) {
    return switch (cause) {
      case TIMEOUT -> true;
      case ERROR -> !ofRefund;
      case REFUSED, NOT_ASKED -> false;
    };
  }

  // Logs an outage once: later tries, which half-open and reopen the circuit, are not logged.
  private void log(PayChannel channel, StateTransition transition) {
    if (transition == StateTransition.CLOSED_TO_OPEN) {
      log.warn(
          "Channel {} is away: no calls, except a try every {}",
          channel,
          properties.breakerPause());
    } else if (transition.getToState() == State.CLOSED) {
      log.info("Channel {} answers again", channel);
    }
  }
}
