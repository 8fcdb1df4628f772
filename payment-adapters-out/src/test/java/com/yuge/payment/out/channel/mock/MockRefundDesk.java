package com.yuge.payment.out.channel.mock;

import static com.yuge.payment.domain.fixtures.RefundBook.REASON;

import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.MockChannelService;
import com.yuge.payment.channelfakes.mock.MockChannelSettings;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.StatementBounds;
import io.micrometer.observation.ObservationRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The MOCK channel in this JVM, and the adapter that asks it for refunds. */
final class MockRefundDesk implements AutoCloseable {
  static final String SECRET = "secret";
  static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");
  static final Duration LONG = Duration.ofSeconds(20);

  private final MockChannelService service;
  private final Clock clock;

  private MockRefundDesk(MockChannelService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  static MockRefundDesk in(Path folder) {
    return in(folder, Clock.systemUTC());
  }

  static MockRefundDesk in(Path folder, Clock clock) {
    Path journal = folder.resolve(UUID.randomUUID().toString());
    MockChannelSettings settings = new MockChannelSettings(0, journal, SECRET, 1);
    return new MockRefundDesk(MockChannelService.start(settings, clock), clock);
  }

  /** The adapter that fetches statements, with a key. */
  MockStatements statements(CallbackKey key) {
    return new MockStatements(
        new ChannelHttp(new CallLimits(LONG, LONG, LONG), ObservationRegistry.NOOP),
        new MockStatements.Settings(service.url(), null, StatementBounds.USUAL),
        new HmacSignatures(List.of(key)),
        new Nonces());
  }

  MockChannelClient control() {
    return new MockChannelClient(service.url());
  }

  RefundGateway refunds() {
    return refunds(LONG, new CallbackKey("", SECRET));
  }

  /**
   * The adapter with other keys.
   *
   * @param wait how long it waits for an answer to begin
   */
  RefundGateway refunds(Duration wait, CallbackKey... keys) {
    return new MockRefunds(
        new ChannelHttp(new CallLimits(LONG, wait, LONG), ObservationRegistry.NOOP),
        new MockRefunds.Settings(service.url(), () -> NOWHERE, Duration.ZERO),
        new HmacSignatures(List.of(keys)),
        new Nonces());
  }

  TradeNo paid(PayNo payNo, Money amount) {
    MockChannel channel =
        new MockChannel(
            new ChannelHttp(new CallLimits(LONG, LONG, LONG), ObservationRegistry.NOOP),
            service.url(),
            () -> NOWHERE);
    Optional<PayUrl> unused =
        channel.open(new Trade(payNo, amount, PayOrderBook.SUBJECT, clock.instant().plus(LONG)));
    return new TradeNo(control().pay(payNo.value(), amount.amount().toPlainString()));
  }

  /** A refund of a payment that was just made, of twice its amount. */
  RefundRequest payAndRefund(Money amount) {
    PayNo payNo = PayOrderBook.aPayNo();
    Money paid = new Money(amount.amount().add(amount.amount()), amount.currency());
    RefundNo refundNo = new RefundNo("REF" + payNo.value().substring(3));
    return new RefundRequest(refundNo, payNo, paid(payNo, paid), amount, paid, REASON, null);
  }

  void spoil(RefundRequest request, Faults faults) {
    control().spoil(request.payNo().value(), faults);
  }

  BigDecimal refunded(PayNo payNo, TradeNo tradeNo) {
    return new BigDecimal(control().refunded(payNo.value(), tradeNo.value()));
  }

  @Override
  public void close() {
    service.close();
  }
}
