package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.AnswerWriter;
import com.yuge.payment.channelfakes.http.CallCounts;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.LoopbackServer;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import java.net.URI;
import java.time.Clock;

/** WeChat Pay's API v3 with books of its own, serving on loopback. */
public final class FakeWechat implements AutoCloseable {
  private final LoopbackServer server;
  private final Notifier notifier;
  private final RefundService refunds;
  private final WechatAnswerWriter answerWriter;

  private FakeWechat(FakeWechatSettings settings, Clock clock, Clock ofRequests) {
    FakeWechatKeys keys = settings.keys();
    WechatBooks books = new WechatBooks();
    FaultBoard<String, WechatFaults> faults = new FaultBoard<>(WechatFaults.NONE);
    CallCounts<String, Call> counts = new CallCounts<>();
    this.server = new LoopbackServer("fake-wechat", settings.port());
    this.notifier = new Notifier(books, faults, settings, clock);
    this.refunds = new RefundService(books, faults, notifier, clock);
    this.answerWriter = new WechatAnswerWriter(books, faults, new PlatformSigner(keys), clock);
    PaymentService payments = new PaymentService(books, faults, notifier, clock);
    BillService bills = new BillService(books, faults, keys);
    ApiCalls calls =
        new ApiCalls(
            keys,
            new TradeService(books, clock),
            refunds,
            new BillCalls(bills, server.url(), clock),
            clock);
    RequestCheck check = new RequestCheck(keys, ofRequests);
    server.serve("/v3", new WechatApi(books, check, counts, faults, calls), answerWriter);
    server.serve("/cashier", new Cashier(books, payments, clock), AnswerWriter.PLAIN);
    ControlApi.Money money = new ControlApi.Money(payments, refunds, notifier);
    server.serve(
        "/control",
        new ControlApi(books, faults, new BooksJson(counts, clock), bills, money),
        AnswerWriter.PLAIN);
  }

  /** Starts the channel with the system clock. */
  public static FakeWechat start(FakeWechatSettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** Starts the channel with this clock. */
  public static FakeWechat start(FakeWechatSettings settings, Clock clock) {
    return start(settings, clock, clock);
  }

  /**
   * Starts the channel with this clock, and with another clock for the times of requests, because
   * the official Java SDK always uses the system's time.
   */
  public static FakeWechat start(FakeWechatSettings settings, Clock clock, Clock ofRequests) {
    FakeWechat fake = new FakeWechat(settings, clock, ofRequests);
    fake.server.start();
    return fake;
  }

  /** Returns the address of the channel, on loopback. */
  public URI url() {
    return server.url();
  }

  /** Returns a client for payers and tests. */
  public FakeWechatClient client() {
    return new FakeWechatClient(url());
  }

  @Override
  public void close() {
    server.close();
    notifier.close();
    refunds.close();
    answerWriter.close();
  }
}
