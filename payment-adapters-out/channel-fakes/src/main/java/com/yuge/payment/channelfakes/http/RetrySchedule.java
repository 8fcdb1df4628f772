package com.yuge.payment.channelfakes.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pauses between tries of a notification.
 *
 * @param factor shortens them for tests
 */
public record RetrySchedule(List<Duration> pauses, double factor) {
  private static final List<Duration> OF_WECHAT_PAY =
      pauses(
          "15s", "15s", "30s", "3m", "10m", "20m", "30m", "30m", "30m", "60m", "3h", "3h", "3h",
          "6h", "6h");
  private static final List<Duration> OF_ALIPAY =
      pauses("4m", "10m", "10m", "1h", "2h", "6h", "15h");

  public RetrySchedule {
    pauses = List.copyOf(pauses);
  }

  private static List<Duration> pauses(String... texts) {
    return Stream.of(texts).map(text -> Duration.parse("PT" + text)).toList();
  }

  /** As documented by WeChat Pay: a little more than 24 hours in total. */
  public static RetrySchedule ofWechatPay(double factor) {
    return new RetrySchedule(OF_WECHAT_PAY, factor);
  }

  /** As documented by Alipay: eight tries within 25 hours. */
  public static RetrySchedule ofAlipay(double factor) {
    return new RetrySchedule(OF_ALIPAY, factor);
  }

  /** Returns empty after the last try. */
  public Optional<Duration> pauseAfter(int tries) {
    if (tries > pauses.size()) {
      return Optional.empty();
    }
    double millis = pauses.get(tries - 1).toMillis() * factor;
    return Optional.of(Duration.ofMillis(Math.max(1, Math.round(millis))));
  }
}
