package com.yuge.payment.app.rolling;

import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A caller who creates orders at a steady rate and reads every fourth again, in turns at several
 * ports. Where a connection is refused or closed without an answer, he goes to the next port: all
 * requests are idempotent.
 */
final class Calls implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int THREADS = 32;
  private static final int READS = 4;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final List<Integer> ports;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile long signalled = System.nanoTime();

  private Calls(List<Integer> ports) {
    this.ports = ports;
  }

  static Calls start(List<Integer> ports, int perSecond) {
    Calls calls = new Calls(ports);
    long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    var unused =
        calls.clock.scheduleAtFixedRate(
            () -> calls.threads.execute(calls::call), nanos, nanos, TimeUnit.NANOSECONDS);
    return calls;
  }

  private void call() {
    int turn = turns.getAndIncrement();
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    try {
      String created = send(turn, "/payments", creating(orderNo));
      if (turn % READS == 0) {
        String unused = send(turn, "/payments/" + payNo(created), HttpRequest.newBuilder());
      }
    } catch (IOException | InterruptedException | AssertionError e) {
      failed(e.toString());
    }
  }

  private static HttpRequest.Builder creating(String orderNo) {
    return HttpRequest.newBuilder()
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"orderNo\":\"%s\",\"amount\":1.00}".formatted(orderNo)));
  }

  private String send(int turn, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    for (int tried = 1; tried < ports.size(); tried++) {
      try {
        return sendTo(ports.get((turn + tried) % ports.size()), path, request);
      } catch (ConnectException notSent) {
        refused.incrementAndGet();
      } catch (NotOk answered) {
        throw answered;
      } catch (IOException unanswered) {
        repeated.incrementAndGet();
      }
    }
    return sendTo(ports.get(turn % ports.size()), path, request);
  }

  /** An answer that no other instance may mend. */
  private static final class NotOk extends IOException {
    private static final long serialVersionUID = 1L;

    NotOk(int status) {
      super("HTTP " + status);
    }
  }

  private String sendTo(int port, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpResponse<String> response =
        client.send(request.uri(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
    OpenApiContract.check(Exchange.of(false, response));
    if (response.statusCode() != 200) {
      throw new NotOk(response.statusCode());
    }
    answered.incrementAndGet();
    return response.body();
  }

  private static String payNo(String body) {
    return body.replaceFirst(".*\"payNo\":\"([^\"]+)\".*", "$1");
  }

  private void failed(String how) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - signalled);
    failures.add(how + ", " + millis + " ms after the last signal");
  }

  /** An instance is told to stop now. */
  void signal() {
    signalled = System.nanoTime();
  }

  int answered() {
    return answered.get();
  }

  /** How often nobody listened at the first port, so that the next one was called. */
  int refused() {
    return refused.get();
  }

  /** How often a connection was closed without an answer, so that the next port was called. */
  int repeated() {
    return repeated.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Ends when all that was begun is answered. */
  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("calls have no answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
