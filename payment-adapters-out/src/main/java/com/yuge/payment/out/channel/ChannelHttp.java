package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP calls to a channel, limited in time and size. A call ends within the deadline, even if name
 * resolution, connection or transfer are slow, and its body fits in memory. Each call is timed as
 * {@code http.client.requests} and carries the trace.
 */
public final class ChannelHttp {
  /** Calls in progress at once: a channel that hangs must not take every thread of the service. */
  static final int MOST_CALLS = 64;

  /** How long a further call waits for one of them to end. */
  static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  static final int MOST_BYTES = 64 * 1024;

  private static final HttpCallConvention CONVENTION = new HttpCallConvention();

  static {
    // Otherwise the JDK repeats a GET up to five times if the channel closes the connection. It
    // reads this with the first request of the process.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }

  private final HttpClient client;
  private final CallLimits limits;
  private final ObservationRegistry observations;
  private final Semaphore calls;

  public ChannelHttp(CallLimits limits, ObservationRegistry observations) {
    this(limits, observations, new Semaphore(MOST_CALLS));
  }

  ChannelHttp(CallLimits limits, ObservationRegistry observations, Semaphore calls) {
    this.limits = limits;
    this.observations = observations;
    this.calls = calls;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .executor(new CallThreads())
            .build();
  }

  /**
   * Returns the body of an HTTP 200.
   *
   * @throws ChannelCallException if there is none
   */
  public byte[] call(ChannelRequest request) {
    HttpAnswer answer = exchange(request);
    if (answer.status() != 200) {
      throw new ChannelCallException(Cause.ERROR, "HTTP " + answer.status());
    }
    return answer.body();
  }

  /**
   * Sends the request once and returns the answer, whatever its status.
   *
   * @throws ChannelCallException if there is none
   */
  public HttpAnswer exchange(ChannelRequest request) {
    NetworkCalls.refuseInTransaction();
    long end = System.nanoTime() + limits.deadline().toNanos();
    takeTurn();
    try {
      HttpResponse<byte[]> response = observed(request, end);
      return new HttpAnswer(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      throw interrupted(Cause.TIMEOUT);
    } finally {
      calls.release();
    }
  }

  /** Waits until a call may start. Until then, nothing was sent to the channel. */
  private void takeTurn() {
    try {
      if (!calls.tryAcquire(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ChannelCallException(Cause.NOT_ASKED, "too many calls wait for this channel");
      }
    } catch (InterruptedException e) {
      throw interrupted(Cause.NOT_ASKED);
    }
  }

  private static ChannelCallException interrupted(Cause cause) {
    Thread.currentThread().interrupt();
    return new ChannelCallException(cause, "interrupted");
  }

  private HttpResponse<byte[]> observed(ChannelRequest request, long end)
      throws InterruptedException {
    HttpCallContext context = new HttpCallContext(request);
    return Observation.createNotStarted(CONVENTION, () -> context, observations)
        .observeChecked(
            () -> {
              HttpResponse<byte[]> response =
                  send(request.http().timeout(limits.read()).build(), end);
              context.setResponse(response);
              return response;
            });
  }

  /** Sends the request. An early exit cancels the exchange, which closes its connection. */
  private HttpResponse<byte[]> send(HttpRequest request, long end) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(request, BoundedBody.of(MOST_BYTES));
    try {
      return asked.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ChannelCallException(Cause.TIMEOUT, "no whole answer in " + limits.deadline());
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } finally {
      asked.cancel(true);
    }
  }

  private static ChannelCallException failed(@Nullable Throwable why) {
    Cause cause = why instanceof HttpTimeoutException ? Cause.TIMEOUT : Cause.ERROR;
    return new ChannelCallException(cause, String.valueOf(why));
  }
}
