package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.QueryAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** The timer {@code payment.channel.calls}: by channel, call, and what came of it. */
final class CallTimer {
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

  private static String result(Object answer) {
    if (answer instanceof QueryAnswer.Unknown unknown) {
      return unknown.reason().cause().name();
    }
    if (answer instanceof CloseAnswer.Unknown unknown) {
      return unknown.reason().cause().name();
    }
    return "ANSWERED";
  }

  private void record(String call, String result, long begin) {
    meters
        .timer("payment.channel.calls", "channel", channel.name(), "call", call, "result", result)
        .record(Duration.ofNanos(System.nanoTime() - begin));
  }
}
