package com.yuge.payment.channelfakes.mock;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Applies the faults of the fault board to answers; a delayed answer blocks no thread. */
final class FaultyDelivery implements Delivery, AutoCloseable {
  /** A hang ends after this time, so that connections do not pile up. */
  private static final int HANG_MILLIS = 60_000;

  private final FaultBoard board;
  private final DaemonThreads later = new DaemonThreads("mock-channel-late", 2);

  FaultyDelivery(FaultBoard board) {
    this.board = board;
  }

  @Override
  public void deliver(HttpExchange exchange, Request request, Answer answer) throws IOException {
    Faults faults = board.of(TradeApi.payNo(request)).during(TradeApi.call(request));
    switch (faults.answer()) {
      case HANG -> after(HANG_MILLIS, exchange::close);
      case DROP -> after(faults.delayMillis(), exchange::close);
      case NONE -> send(exchange, answer, faults);
      case ERROR -> send(exchange, Answer.json(500, Map.of("error", "as it was told to")), faults);
      case GARBAGE -> send(exchange, Answer.page(200, "<html>Service restarting"), faults);
      case UNKNOWN -> send(exchange, unknown(request), faults);
    }
  }

  private static Answer unknown(Request request) {
    return Answer.json(
        Map.of("payNo", TradeApi.payNo(request).value(), "state", "UNKNOWN", "result", "UNKNOWN"));
  }

  private void send(HttpExchange exchange, Answer answer, Faults faults) throws IOException {
    if (faults.delayMillis() == 0) {
      Delivery.send(exchange, answer);
    } else {
      after(faults.delayMillis(), () -> sendLate(exchange, answer));
    }
  }

  // The caller may have disconnected meanwhile.
  private static void sendLate(HttpExchange exchange, Answer answer) {
    try {
      Delivery.send(exchange, answer);
    } catch (IOException gone) {
      exchange.close();
    }
  }

  private void after(int millis, Runnable work) {
    var unused = later.schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
