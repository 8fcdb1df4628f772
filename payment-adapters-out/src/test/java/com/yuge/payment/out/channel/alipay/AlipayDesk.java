package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.yuge.payment.channelfakes.alipay.FakeAlipay;
import com.yuge.payment.channelfakes.alipay.FakeAlipayClient;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.alipay.FakeAlipaySettings;
import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.MerchantAccount;
import com.yuge.payment.out.channel.statement.StatementBounds;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alipay in this JVM, and the adapter that calls it. */
final class AlipayDesk implements AutoCloseable {
  static final FakeAlipayKeys KEYS = FakeAlipayKeys.ofThisJvm();
  static final AlipayAccount ACCOUNT = account(KEYS);
  static final URI NOWHERE = URI.create("http://127.0.0.1:9" + AlipayCallbackReader.PATH);
  static final Duration LONG = Duration.ofSeconds(20);

  private final FakeAlipay fake;
  private final Clock clock;

  AlipayDesk() {
    this(Clock.systemUTC());
  }

  AlipayDesk(Clock clock) {
    this.clock = clock;
    this.fake = FakeAlipay.start(new FakeAlipaySettings(0, KEYS, 1), clock);
  }

  AlipayStatements statements() {
    return new AlipayStatements(
        new AlipayAccounts(List.of(ACCOUNT)),
        calls(LONG),
        List.of(new MerchantAccount(ACCOUNT.sellerId(), ACCOUNT.id(), null)),
        StatementBounds.USUAL);
  }

  static AlipayAccount account(FakeAlipayKeys keys) {
    return new AlipayAccount(
        keys.appId(),
        keys.sellerId(),
        base64(keys.appPrivateKeyPem()),
        List.of(base64(keys.alipayPublicKeyPem())));
  }

  static String base64(String pem) {
    return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
  }

  /** The signature that the official SDK makes. */
  static String sign(String text, String privateKeyPem) {
    try {
      return AlipaySignature.sign(text, base64(privateKeyPem), "UTF-8", AlipayAccount.SIGN_TYPE);
    } catch (AlipayApiException e) {
      throw new IllegalStateException(e);
    }
  }

  FakeAlipayClient control() {
    return fake.client();
  }

  URI gateway() {
    return fake.gatewayUrl();
  }

  AlipayChannel channel() {
    return channel(LONG, ACCOUNT);
  }

  /**
   * The adapter with other accounts.
   *
   * @param wait how long it waits for an answer to begin
   */
  AlipayChannel channel(Duration wait, AlipayAccount... accounts) {
    return new AlipayChannel(
        new AlipayAccounts(List.of(accounts)), calls(wait), new AlipayOrders(NOWHERE), clock);
  }

  AlipayRefunds refunds(Duration wait) {
    return new AlipayRefunds(new AlipayAccounts(List.of(ACCOUNT)), calls(wait));
  }

  AlipayCalls calls(Duration wait) {
    return new AlipayCalls(
        new ChannelHttp(new CallLimits(LONG, wait, LONG), ObservationRegistry.NOOP),
        new AlipayRequests(fake.gatewayUrl(), clock));
  }

  Trade trade(String product, Money amount) {
    ChannelAccount account = channel().account(new OpenOptions(product, Payer.UNKNOWN));
    Instant expireAt = clock.instant().plus(Duration.ofMinutes(30));
    return new Trade(aPayNo(), amount, SUBJECT, expireAt, account, Payer.UNKNOWN);
  }

  TradeNo paid(PayNo payNo, Money amount) {
    Instant expireAt = clock.instant().plus(Duration.ofMinutes(30));
    Optional<PayUrl> unused = channel().open(new Trade(payNo, amount, SUBJECT, expireAt));
    return new TradeNo(control().pay(payNo.value(), amount.amount().toPlainString()));
  }

  /** A refund of a trade that was paid at the cashier. */
  RefundRequest refundOf(Trade trade, String tradeNo, Money amount) {
    RefundNo refundNo = new RefundNo("REF" + aPayNo().value().substring(3));
    return new RefundRequest(
        refundNo,
        trade.payNo(),
        new TradeNo(tradeNo),
        amount,
        trade.amount(),
        REASON,
        trade.account());
  }

  /** A refund of a payment that was just made, of twice its amount. */
  RefundRequest payAndRefund(Money amount) {
    PayNo payNo = aPayNo();
    Money paid = Money.cny(amount.amount().add(amount.amount()));
    RefundNo refundNo = new RefundNo("REF" + payNo.value().substring(3));
    return new RefundRequest(refundNo, payNo, paid(payNo, paid), amount, paid, REASON, null);
  }

  @Override
  public void close() {
    fake.close();
  }
}
