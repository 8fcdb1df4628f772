package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.http.AnswerWriter;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.LoopbackServer;
import com.yuge.payment.channelfakes.http.RetrySchedule;
import java.net.URI;
import java.time.Clock;

/** Alipay's OpenAPI, cashier and notifications, serving on loopback. */
public final class FakeAlipay implements AutoCloseable {
  private final LoopbackServer server;
  private final Notifier notifier;
  private final TradeService trades;
  private final AlipayAnswerWriter answerWriter;

  private FakeAlipay(FakeAlipaySettings settings, LoopbackServer server, Clock clock) {
    this.server = server;
    FakeAlipayKeys keys = settings.keys();
    Signer signer = Signer.of(keys);
    Books books = new Books();
    FaultBoard<String, AlipayFaults> faults = new FaultBoard<>(AlipayFaults.NONE);
    RetrySchedule schedule = RetrySchedule.ofAlipay(settings.retryFactor());
    NotificationPost post = new NotificationPost(signer, clock);
    this.notifier = new Notifier(new NotificationFactory(keys), post, faults, schedule);
    this.trades = new TradeService(books, notifier, clock);
    this.answerWriter = new AlipayAnswerWriter(books, faults);
    PaymentService payments = new PaymentService(trades, faults);
    RefundService refunds = new RefundService(books, trades);
    TradeCalls tradeCalls = new TradeCalls(books, trades, keys.sellerId());
    BillService bills = new BillService(books, faults, keys.sellerId());
    BillCalls billCalls = new BillCalls(bills, server.url(), keys.sellerId(), clock);
    RefundCalls refundCalls = new RefundCalls(books, trades, refunds, faults);
    Calls calls = new Calls(books, tradeCalls, refundCalls, payments, billCalls);
    RequestCheck check = new RequestCheck(keys, clock);
    BooksJson shown = new BooksJson(trades, calls, notifier);
    CashierPage page = new CashierPage(clock, new ReturnAddress(keys, signer, clock));
    Gateway gateway = new Gateway(books, check, calls, faults, new Envelope(signer));
    server.serve("/gateway.do", gateway, answerWriter);
    server.serve(BillCalls.PATH, billCalls, AnswerWriter.PLAIN);
    server.serve("/cashier", new Cashier(payments, page), AnswerWriter.PLAIN);
    ControlApi.Services services = new ControlApi.Services(payments, refunds, notifier);
    server.serve("/control", new ControlApi(faults, shown, bills, services), AnswerWriter.PLAIN);
  }

  /** Starts the fake with the system clock. */
  public static FakeAlipay start(FakeAlipaySettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** Starts the fake with this clock. */
  public static FakeAlipay start(FakeAlipaySettings settings, Clock clock) {
    LoopbackServer server = new LoopbackServer("fake-alipay", settings.port());
    FakeAlipay fake = new FakeAlipay(settings, server, clock);
    server.start();
    return fake;
  }

  /** Returns the address of the fake, on loopback. */
  public URI url() {
    return server.url();
  }

  /** Returns the address that services call. */
  public URI gatewayUrl() {
    return url().resolve("/gateway.do");
  }

  /** Returns a client for payers and tests. */
  public FakeAlipayClient client() {
    return new FakeAlipayClient(url());
  }

  @Override
  public void close() {
    server.close();
    notifier.close();
    trades.close();
    answerWriter.close();
  }
}
