package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelAnswer;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.PayChannel;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** The timer {@code payment.channel.calls}, tagged with channel, call and result. */
final class CallTimer {
  private static final String ANSWERED = "ANSWERED";

  private final PayChannel channel;
  private final MeterRegistry meters;

  CallTimer(PayChannel channel, MeterRegistry meters) {
    this.channel = channel;
    this.meters = meters;
  }

  <T> T time(String call, Supplier<T> asked) {
    long begin = System.nanoTime();
    try {
      T answer = asked.get();
      record(call, result(answer), begin);
      return answer;
    } catch (ChannelUnavailable e) {
      record(call, "UNAVAILABLE", begin);
      throw e;
    }
  }

  /** Results of other types, such as a payment URL, count as answered: failed calls throw. */
  private static String result(Object answer) {
    return answer instanceof ChannelAnswer told
        ? told.unknown().map(reason -> reason.cause().name()).orElse(ANSWERED)
        : ANSWERED;
  }

  private void record(String call, String result, long begin) {
    meters
        .timer("payment.channel.calls", "channel", channel.name(), "call", call, "result", result)
        .record(Duration.ofNanos(System.nanoTime() - begin));
  }
}
