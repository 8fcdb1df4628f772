package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelAnswer;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.PayChannel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.function.Supplier;

/** The timer {@code payment.channel.calls}, tagged with channel, call, result and answer. */
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
      record(call, result(answer), code(answer), begin);
      return answer;
    } catch (ChannelUnavailable e) {
      record(call, "UNAVAILABLE", "NONE", begin);
      throw e;
    }
  }

  /** Results of other types, such as a payment URL, count as answered: failed calls throw. */
  private static String result(Object answer) {
    return answer instanceof ChannelAnswer channelAnswer
        ? channelAnswer.unknown().map(reason -> reason.cause().name()).orElse(ANSWERED)
        : ANSWERED;
  }

  /** The kind of answer, such as SUCCESS, UNPAID or NO_TRADE; there are only a few kinds. */
  private static String code(Object answer) {
    return answer instanceof ChannelAnswer channelAnswer ? channelAnswer.key() : "OPENED";
  }

  private void record(String call, String result, String code, long begin) {
    meters
        .timer(
            "payment.channel.calls",
            Tags.of("channel", channel.name(), "call", call, "result", result, "code", code))
        .record(Duration.ofNanos(System.nanoTime() - begin));
  }
}
