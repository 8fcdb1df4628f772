package com.yuge.payment.channelfakes.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Delays answers or never sends them, without blocking a thread. */
public final class LateAnswers implements AutoCloseable {
  /** A hang ends after this time, so that connections do not pile up. */
  private static final int HANG_MILLIS = 60_000;

  private final DaemonThreads threads;

  public LateAnswers(String name) {
    this.threads = new DaemonThreads(name, 2);
  }

  /** Sends nothing, and closes the connection in the end. */
  public void hang(HttpExchange exchange) {
    drop(exchange, HANG_MILLIS);
  }

  /** Closes the connection instead of an answer. */
  public void drop(HttpExchange exchange, int delayMillis) {
    after(delayMillis, exchange::close);
  }

  /** Sends the answer after this time. */
  public void send(HttpExchange exchange, Answer answer, int delayMillis) throws IOException {
    if (delayMillis == 0) {
      AnswerWriter.send(exchange, answer);
    } else {
      after(delayMillis, () -> sendLate(exchange, answer));
    }
  }

  // The caller may have disconnected meanwhile.
  private static void sendLate(HttpExchange exchange, Answer answer) {
    try {
      AnswerWriter.send(exchange, answer);
    } catch (IOException gone) {
      exchange.close();
    }
  }

  private void after(int millis, Runnable work) {
    var unused = threads.schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
