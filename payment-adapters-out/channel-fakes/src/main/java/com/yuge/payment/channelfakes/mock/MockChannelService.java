package com.yuge.payment.channelfakes.mock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;

/** The channel, serving on loopback. */
public final class MockChannelService implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int BACKLOG = 256;

  private final DaemonThreads threads = new DaemonThreads("mock-channel", THREADS);
  private final HttpServer server;
  private final Callbacks callbacks;
  private final FaultyDelivery faulty;
  private final RefundDesk desk;

  private MockChannelService(MockChannelSettings settings, HttpServer server, Clock clock) {
    this.server = server;
    Books books = new Books(new Journal(settings.journal()));
    FaultBoard faults = new FaultBoard();
    Asked asked = new Asked();
    this.callbacks = new Callbacks(books, faults, settings, clock);
    this.faulty = new FaultyDelivery(faults);
    Till till = new Till(books, faults, callbacks, clock);
    this.desk = new RefundDesk(books, faults, callbacks, clock);
    RefundApi refunds = new RefundApi(desk, callbacks::signing);
    serve("/trades", new TradeApi(books, asked, refunds, url() + "/cashier"), faulty);
    serve("/cashier", new Cashier(books, till, new CashierPage(clock)), MockChannelService::plain);
    serve(
        "/control",
        new ControlApi(books, faults, till, callbacks, asked),
        MockChannelService::plain);
    serve("/control/refunds", new RefundControl(desk), MockChannelService::plain);
    server.setExecutor(threads);
  }

  private static void plain(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    Delivery.send(exchange, answer);
  }

  private void serve(String path, Endpoint endpoint, Delivery delivery) {
    var unused = server.createContext(path, new HttpEdge(endpoint, delivery));
  }

  /** Starts the channel with the system clock. */
  public static MockChannelService start(MockChannelSettings settings) {
    return start(settings, Clock.systemUTC());
  }

  static MockChannelService start(MockChannelSettings settings, Clock clock) {
    MockChannelService service = new MockChannelService(settings, bind(settings.port()), clock);
    service.server.start();
    service.callbacks.resume();
    service.desk.resume();
    return service;
  }

  private static HttpServer bind(int port) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve on port " + port, e);
    }
  }

  /** Returns the address of the channel, on loopback. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    callbacks.close();
    desk.close();
    faulty.close();
  }
}
