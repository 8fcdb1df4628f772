package com.yuge.payment.out.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What operators see of each HTTP call. */
@Timeout(60)
class HttpCallMetricsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String ANSWER = "HTTP/1.1 %d X\r\nContent-Length: 0\r\n\r\n";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final List<Observation.Context> seen = new ArrayList<>();

  @BeforeEach
  void observe() {
    observations
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meters))
        .observationHandler(new Recording());
  }

  @Test
  void aCallHasTheTagsOfSpringsClients() {
    try (RawServer server = RawServer.answering(ANSWER.formatted(200))) {
      HttpAnswer answer = http(LONG).exchange(get(server.url()));

      assertThat(answer.status()).isEqualTo(200);
    }

    assertThat(tags()).isEqualTo(expected("none", "SUCCESS", "200"));
  }

  @Test
  void anErrorOfTheChannelHasItsStatus() {
    try (RawServer server = RawServer.answering(ANSWER.formatted(503))) {
      HttpAnswer answer = http(LONG).exchange(get(server.url()));

      assertThat(answer.status()).isEqualTo(503);
    }

    assertThat(tags()).isEqualTo(expected("none", "SERVER_ERROR", "503"));
  }

  /** The metric would miss the slowest calls if only those with an answer counted. */
  @Test
  void aCallThatEndsAtTheDeadlineCountsToo() {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = RawServer.saying(out -> never.await())) {
      assertThat(
              catchThrowableOfType(
                  ChannelCallException.class, () -> http(SHORT).call(get(server.url()))))
          .isNotNull();
    }

    assertThat(tags()).isEqualTo(expected("ChannelCallException", "UNKNOWN", "CLIENT_ERROR"));
    assertThat(meters.get("http.client.requests").timer().totalTime(TimeUnit.MILLISECONDS))
        .isGreaterThanOrEqualTo((double) SHORT.toMillis());
  }

  /** Alipay's query has the signature. */
  @Test
  void noTagAndNoSpanHasTheQuery() {
    try (RawServer server = RawServer.answering(ANSWER.formatted(200))) {
      HttpAnswer unused = http(LONG).exchange(get(server.url().resolve("/trades/PAY1?sign=xyz")));

      assertThat(seen)
          .singleElement()
          .satisfies(
              context -> {
                assertThat(context.getContextualName()).isEqualTo("http get");
                assertThat(context.getHighCardinalityKeyValues())
                    .containsExactly(
                        KeyValue.of("http.url", server.url().resolve("/trades/PAY1").toString()));
                assertThat(context.getAllKeyValues().toString()).doesNotContain("xyz");
              });
    }
  }

  private Tags tags() {
    Timer timer = meters.get("http.client.requests").timer();
    assertThat(timer.count()).isOne();
    Meter.Id id = timer.getId();
    return Tags.of(id.getTags());
  }

  private static Tags expected(String exception, String outcome, String status) {
    return Tags.of(
        "client.name",
        "127.0.0.1",
        "error",
        exception,
        "exception",
        exception,
        "method",
        "GET",
        "outcome",
        outcome,
        "status",
        status,
        "uri",
        "/trades/{payNo}");
  }

  private ChannelHttp http(Duration deadline) {
    return new ChannelHttp(new CallLimits(LONG, LONG, deadline), observations);
  }

  private static ChannelRequest get(URI url) {
    return new ChannelRequest("/trades/{payNo}", HttpRequest.newBuilder(url).GET());
  }

  private final class Recording implements ObservationHandler<SenderContext<?>> {
    @Override
    public void onStop(SenderContext<?> context) {
      seen.add(context);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof SenderContext<?>;
    }
  }
}
