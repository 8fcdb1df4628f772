package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.AnswerWriter;
import com.yuge.payment.channelfakes.http.CallCounts;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.LoopbackServer;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.domain.shared.PayNo;
import java.net.URI;
import java.time.Clock;

/** The channel, serving on loopback. */
public final class MockChannelService implements AutoCloseable {
  private final LoopbackServer server;
  private final Callbacks callbacks;
  private final FaultyAnswerWriter faulty;
  private final RefundService refunds;

  private MockChannelService(MockChannelSettings settings, LoopbackServer server, Clock clock) {
    this.server = server;
    Books books = new Books(new Journal(settings.journal()));
    FaultBoard<PayNo, Faults> faults = new FaultBoard<>(Faults.NONE);
    CallCounts<PayNo, Call> asked = new CallCounts<>();
    this.callbacks = new Callbacks(books, faults, settings, clock);
    this.faulty = new FaultyAnswerWriter(faults);
    PaymentService payments = new PaymentService(books, faults, callbacks, clock);
    this.refunds = new RefundService(books, faults, callbacks, clock);
    RefundApi refundApi = new RefundApi(refunds, callbacks::signing);
    ControlApi control = new ControlApi(books, faults, payments, callbacks, asked);
    server.serve("/trades", new TradeApi(books, asked, refundApi, url() + "/cashier"), faulty);
    server.serve(
        "/cashier", new Cashier(books, payments, new CashierPage(clock)), AnswerWriter.PLAIN);
    server.serve("/control", control, AnswerWriter.PLAIN);
    server.serve("/control/refunds", new RefundControl(refunds), AnswerWriter.PLAIN);
    StatementService statements = new StatementService(books, faults);
    StatementApi statementApi = new StatementApi(statements, callbacks::signing, clock);
    server.serve("/statements", statementApi, faulty);
    server.serve("/control/bills", new StatementControl(statements), AnswerWriter.PLAIN);
  }

  /** Starts the channel with the system clock. */
  public static MockChannelService start(MockChannelSettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** Starts the channel with this clock. */
  public static MockChannelService start(MockChannelSettings settings, Clock clock) {
    LoopbackServer server = new LoopbackServer("mock-channel", settings.port());
    MockChannelService service = new MockChannelService(settings, server, clock);
    server.start();
    service.callbacks.resume();
    service.refunds.resume();
    return service;
  }

  /** Returns the address of the channel, on loopback. */
  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    callbacks.close();
    refunds.close();
    faulty.close();
  }
}
