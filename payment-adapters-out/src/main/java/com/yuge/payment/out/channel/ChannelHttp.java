package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Enough for a compressed statement of some million payments. */
  static final long MOST_BYTES_OF_FILE = 512L * 1024 * 1024;

  /** The total time of a download. */
  static final Duration DOWNLOAD = Duration.ofMinutes(5);

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
    requireOk(answer.status());
    return answer.body();
  }

  /**
   * Sends the request once and returns the answer, whatever its status.
   *
   * @throws ChannelCallException if there is none
   */
  public HttpAnswer exchange(ChannelRequest request) {
    HttpResponse<byte[]> response =
        exchange(
            request, BoundedBody.of(BodyHandlers.ofByteArray(), MOST_BYTES), limits.deadline());
    return new HttpAnswer(response.statusCode(), response.headers(), response.body());
  }

  /**
   * Downloads a file. The whole file is stored before any of it is read, because its address may be
   * valid for seconds only, and its reader may be slow.
   *
   * @return the file, which is deleted when it is closed
   * @throws ChannelCallException if there is no whole file with HTTP 200
   */
  public InputStream download(ChannelRequest request) {
    return download(request, MOST_BYTES_OF_FILE, DOWNLOAD);
  }

  InputStream download(ChannelRequest request, long mostBytes, Duration deadline) {
    try {
      Path file = Files.createTempFile("download-", ".part");
      try {
        var body = BoundedBody.of(BodyHandlers.ofFile(file), mostBytes);
        requireOk(exchange(request, body, deadline).statusCode());
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
      } catch (RuntimeException | IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new ChannelCallException(Cause.NOT_ASKED, "no temporary file: " + e);
    }
  }

  private static void requireOk(int status) {
    if (status != 200) {
      throw new ChannelCallException(Cause.ERROR, "HTTP " + status);
    }
  }

  private <T> HttpResponse<T> exchange(
      ChannelRequest request, BodyHandler<T> body, Duration deadline) {
    NetworkCalls.refuseInTransaction();
    long end = System.nanoTime() + deadline.toNanos();
    takeTurn();
    try {
      return observed(request, body, deadline, end);
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

  private <T> HttpResponse<T> observed(
      ChannelRequest request, BodyHandler<T> body, Duration deadline, long end)
      throws InterruptedException {
    HttpCallContext context = new HttpCallContext(request);
    return Observation.createNotStarted(CONVENTION, () -> context, observations)
        .observeChecked(
            () -> {
              HttpResponse<T> response =
                  send(request.http().timeout(limits.read()).build(), body, deadline, end);
              context.setResponse(response);
              return response;
            });
  }

  /** Sends the request. An early exit cancels the exchange, which closes its connection. */
  private <T> HttpResponse<T> send(
      HttpRequest request, BodyHandler<T> body, Duration deadline, long end)
      throws InterruptedException {
    CompletableFuture<HttpResponse<T>> asked = client.sendAsync(request, body);
    try {
      return asked.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ChannelCallException(Cause.TIMEOUT, "no whole answer in " + deadline);
    } catch (ExecutionException e) {
      throw failed(e);
    } finally {
      asked.cancel(true);
    }
  }

  // Includes all causes: for an unknown host, the JDK's outer message is only "Too many retries".
  private static ChannelCallException failed(ExecutionException e) {
    Cause cause = e.getCause() instanceof HttpTimeoutException ? Cause.TIMEOUT : Cause.ERROR;
    String chain =
        Stream.iterate(e.getCause(), Objects::nonNull, Throwable::getCause)
            .map(Throwable::toString)
            .collect(Collectors.joining(", because of "));
    return new ChannelCallException(cause, chain);
  }
}
