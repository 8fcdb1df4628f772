package com.yuge.payment.out.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChannelHttpTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n";

  @Test
  void aWholeAnswerIsRead() {
    try (RawServer server = RawServer.answering(HEAD.formatted(5) + "hello")) {
      byte[] body = http(LONG, LONG).call(get(server.url()));

      assertThat(new String(body, UTF_8)).isEqualTo("hello");
    }
  }

  @Test
  void aServerThatAcceptsAndSaysNothingIsATimeout() {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = RawServer.saying(out -> never.await())) {
      assertThat(reason(http(SHORT, LONG), server.url()).cause()).isEqualTo(Cause.TIMEOUT);
    }
  }

  /** Each byte comes in time, the answer never would. */
  @Test
  void aBodyThatDripsEndsAtTheDeadlineAndIsHungUpOn() {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server = RawServer.saying(out -> drip(out, hungUp))) {
      UnknownReason reason = reason(http(LONG, SHORT), server.url());

      assertThat(reason.cause()).isEqualTo(Cause.TIMEOUT);
      assertThat(reason.detail()).contains("no whole answer");
      await().atMost(LONG).until(() -> hungUp.getCount() == 0);
    }
  }

  private static void drip(OutputStream out, CountDownLatch hungUp) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try {
      out.write(HEAD.formatted(60_000).getBytes(US_ASCII));
      while (!never.await(20, TimeUnit.MILLISECONDS)) {
        out.write(' ');
        out.flush();
      }
    } catch (IOException closed) {
      hungUp.countDown();
    }
  }

  @Test
  void aConnectionThatIsDroppedIsAnError() {
    try (RawServer server = RawServer.answering("")) {
      assertThat(reason(http(LONG, LONG), server.url()).cause()).isEqualTo(Cause.ERROR);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsAnError() {
    try (RawServer server = RawServer.answering(HEAD.formatted(100) + "half")) {
      assertThat(reason(http(LONG, LONG), server.url()).cause()).isEqualTo(Cause.ERROR);
    }
  }

  @Test
  void whatIsNotHttpIsAnError() {
    try (RawServer server = RawServer.answering("SSH-2.0-OpenSSH_9.2\r\n\r\n")) {
      assertThat(reason(http(LONG, LONG), server.url()).cause()).isEqualTo(Cause.ERROR);
    }
  }

  @Test
  void aPortThatNobodyServesIsAnError() {
    URI url;
    try (RawServer gone = RawServer.answering("")) {
      url = gone.url();
    }
    assertThat(reason(http(LONG, LONG), url).cause()).isEqualTo(Cause.ERROR);
  }

  /** The top-level domain is reserved for names that nobody has (RFC 2606). */
  @Test
  void aHostThatIsNotFoundSaysSo() {
    UnknownReason reason = reason(http(LONG, LONG), URI.create("http://channel.invalid/"));

    assertThat(reason.detail()).contains("UnresolvedAddressException");
  }

  /** It would fill the memory if it were read to its end. */
  @Test
  void aBodyWithoutEndIsAnErrorAndIsHungUpOn() {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server = RawServer.saying(out -> flood(out, hungUp))) {
      UnknownReason reason = reason(http(LONG, LONG), server.url());

      assertThat(reason.cause()).isEqualTo(Cause.ERROR);
      assertThat(reason.detail()).contains("more than 65536 bytes");
      await().atMost(LONG).until(() -> hungUp.getCount() == 0);
    }
  }

  private static void flood(OutputStream out, CountDownLatch hungUp) {
    byte[] chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(US_ASCII);
    try {
      out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII));
      while (true) {
        out.write(chunk);
      }
    } catch (IOException closed) {
      hungUp.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 404, 429, 500, 503})
  void onlyHttp200IsAnAnswer(int status) {
    String answer = "HTTP/1.1 %d X\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n".formatted(status);
    try (RawServer server = RawServer.answering(answer)) {
      assertThat(reason(http(LONG, LONG), server.url()))
          .isEqualTo(new UnknownReason(Cause.ERROR, "HTTP " + status));
    }
  }

  /** However many ask, a channel that hangs holds so many threads and no more. */
  @Test
  void callsOnTheirWayAreBounded() throws InterruptedException {
    AtomicInteger connections = new AtomicInteger();
    List<UnknownReason> turnedAway = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch never = new CountDownLatch(1);
    ChannelHttp http = http(LONG, LONG);
    List<Thread> callers = new ArrayList<>();
    try (RawServer server =
        RawServer.saying(
            out -> {
              connections.incrementAndGet();
              never.await();
            })) {
      for (int i = 0; i < 2 * ChannelHttp.MOST_CALLS; i++) {
        callers.add(start(() -> turnedAway.add(reason(http, server.url()))));
      }
      await().atMost(LONG).until(() -> turnedAway.size() == ChannelHttp.MOST_CALLS);

      assertThat(turnedAway).extracting(UnknownReason::cause).containsOnly(Cause.NOT_ASKED);
      assertThat(connections.get()).isLessThanOrEqualTo(ChannelHttp.MOST_CALLS);
      callers.forEach(Thread::interrupt);
    }
    for (Thread caller : callers) {
      caller.join();
    }
  }

  @Test
  void whatFindsNoRoomAmongTheCallsWasNotAsked() {
    ChannelHttp full =
        new ChannelHttp(
            new CallLimits(LONG, LONG, SHORT), ObservationRegistry.NOOP, new Semaphore(0));

    assertThat(reason(full, URI.create("http://127.0.0.1:9")))
        .isEqualTo(new UnknownReason(Cause.NOT_ASKED, "too many calls wait for this channel"));
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  @Test
  void whoeverIsInterruptedStopsWaiting() {
    CountDownLatch never = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    try (RawServer server =
        RawServer.saying(
            out -> {
              caller.interrupt();
              never.await();
            })) {
      assertThat(reason(http(LONG, LONG), server.url()).cause()).isEqualTo(Cause.TIMEOUT);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whoeverIsInterruptedBeforeItsTurnAsksNothing() {
    Thread.currentThread().interrupt();

    assertThat(reason(http(LONG, LONG), URI.create("http://127.0.0.1:9")).cause())
        .isEqualTo(Cause.NOT_ASKED);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static ChannelHttp http(Duration read, Duration deadline) {
    return new ChannelHttp(new CallLimits(LONG, read, deadline), ObservationRegistry.NOOP);
  }

  private static ChannelRequest get(URI url) {
    return new ChannelRequest("/{any}", HttpRequest.newBuilder(url).GET());
  }

  private static UnknownReason reason(ChannelHttp http, URI url) {
    return catchThrowableOfType(ChannelCallException.class, () -> http.call(get(url))).reason();
  }
}
