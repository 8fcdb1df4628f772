package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.RefundBook.REASON;

import com.yuge.payment.channelfakes.wechat.FakeWechat;
import com.yuge.payment.channelfakes.wechat.FakeWechatClient;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.channelfakes.wechat.FakeWechatSettings;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.Secret;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.MerchantAccount;
import com.yuge.payment.out.channel.statement.StatementBounds;
import com.yuge.payment.out.channel.wechat.WechatProperties.Account;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A fake of WeChat Pay in this JVM, and the adapter that asks it. */
final class FakeWechatDesk implements AutoCloseable {
  static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");
  static final Duration LONG = Duration.ofSeconds(20);
  static final FakeWechatKeys KEYS = FakeWechatKeys.ofThisJvm();

  private final FakeWechat fake;
  private final WechatAccount account;
  private final Clock clock;

  private FakeWechatDesk(WechatAccount account, Clock clock) {
    this.account = account;
    this.clock = clock;
    this.fake = FakeWechat.start(new FakeWechatSettings(0, KEYS, 1), clock, Clock.systemUTC());
  }

  /** The adapter reads its keys from files in this folder. */
  static FakeWechatDesk in(Path folder) {
    return in(folder, Clock.systemUTC());
  }

  static FakeWechatDesk in(Path folder, Clock clock) {
    return new FakeWechatDesk(WechatAccount.read(settings(folder), "payment.wechat."), clock);
  }

  WechatStatements statements() {
    return statements(StatementBounds.USUAL);
  }

  WechatStatements statements(StatementBounds bounds) {
    return new WechatStatements(
        clients(LONG), List.of(new MerchantAccount(account.mchId(), account.id(), null)), bounds);
  }

  static Account settings(Path folder) {
    try {
      KEYS.write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Account(
        KEYS.mchId(),
        KEYS.appId(),
        new Secret(KEYS.apiV3Key()),
        folder.resolve(FakeWechatKeys.PRIVATE_KEY_FILE).toString(),
        KEYS.merchantSerial(),
        KEYS.platformPublicKeyId(),
        folder.resolve(FakeWechatKeys.PUBLIC_KEY_FILE).toString(),
        null);
  }

  FakeWechatClient control() {
    return fake.client();
  }

  WechatAccount account() {
    return account;
  }

  URI url() {
    return fake.url();
  }

  WechatChannel channel() {
    return channel(LONG);
  }

  /**
   * The adapter's payments.
   *
   * @param wait how long it waits for an answer to begin
   */
  WechatChannel channel(Duration wait) {
    return new WechatChannel(clients(wait), NOWHERE, clock);
  }

  /** The adapter's payments, with an address for notifications. */
  WechatChannel channel(URI notifyUrl) {
    return new WechatChannel(clients(LONG), notifyUrl, clock);
  }

  WechatRefunds refunds() {
    return refunds(LONG);
  }

  WechatRefunds refunds(URI notifyUrl) {
    return new WechatRefunds(clients(LONG), notifyUrl);
  }

  WechatRefunds refunds(Duration wait) {
    return new WechatRefunds(clients(wait), NOWHERE);
  }

  private WechatClients clients(Duration wait) {
    ChannelHttp http = new ChannelHttp(new CallLimits(LONG, wait, LONG), ObservationRegistry.NOOP);
    WechatAccounts accounts = new WechatAccounts(account, List.of());
    return new WechatClients(accounts, http, fake.url(), clock);
  }

  /** A new trade of this product, as the order stores it. */
  Trade trade(String product, Payer payer) {
    return trade(PayOrderBook.aPayNo(), PayOrderBook.PRICE, new OpenOptions(product, payer));
  }

  private Trade trade(PayNo payNo, Money amount, OpenOptions options) {
    return new Trade(
        payNo,
        amount,
        PayOrderBook.SUBJECT,
        clock.instant().plus(PayOrderBook.TIME_TO_PAY),
        channel().account(options),
        options.payer());
  }

  Trade opened() {
    Trade trade = trade("NATIVE", Payer.UNKNOWN);
    Optional<PayUrl> unused = channel().open(trade);
    return trade;
  }

  TradeNo paid(PayNo payNo, Money amount) {
    Optional<PayUrl> unused = channel().open(trade(payNo, amount, OpenOptions.USUAL));
    return new TradeNo(control().pay(payNo.value(), amount.amount().toPlainString()));
  }

  /** A refund of half of a payment that was just made. */
  RefundRequest payAndRefund() {
    PayNo payNo = PayOrderBook.aPayNo();
    Money paid = PayOrderBook.yuan("80.00");
    RefundNo refundNo = new RefundNo("REF" + payNo.value().substring(3));
    return new RefundRequest(
        refundNo, payNo, paid(payNo, paid), PayOrderBook.yuan("40.00"), paid, REASON, null);
  }

  @Override
  public void close() {
    fake.close();
  }
}
