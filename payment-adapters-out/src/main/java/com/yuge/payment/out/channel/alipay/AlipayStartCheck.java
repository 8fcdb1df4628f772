package com.yuge.payment.out.channel.alipay;

import com.alipay.api.AlipayRequest;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.ClockSkew;
import com.yuge.payment.out.channel.HttpAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Finds wrong keys and a wrong clock before the first payer does: asks Alipay for a trade that
 * cannot exist. A wrong current account ends the start. An outage does not, because other channels
 * can take money meanwhile.
 */
final class AlipayStartCheck implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(AlipayStartCheck.class);

  /** Our own numbers begin with PAY. */
  private static final String NO_TRADE = "CHECK_ON_START";

  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  private final AlipayAccounts accounts;
  private final AlipayCalls calls;
  private final Clock clock;

  AlipayStartCheck(AlipayAccounts accounts, AlipayCalls calls, Clock clock) {
    this.accounts = accounts;
    this.calls = calls;
    this.clock = clock;
  }

  /** The result of the check. */
  enum Finding {
    RIGHT,
    /** An outage, which passes. */
    UNKNOWN,
    /** A setting or a clock is wrong, so no payment can succeed. */
    WRONG
  }

  /** Throws {@link IllegalStateException} if a setting of the current account is wrong. */
  @Override
  public void afterSingletonsInstantiated() {
    for (AlipayAccount account : accounts.all()) {
      boolean wrong = ask(account) == Finding.WRONG;
      if (wrong && account.equals(accounts.current())) {
        throw new IllegalStateException(
            "payment.alipay.* does not work at Alipay for app %s; the log says why"
                .formatted(account.appId()));
      }
    }
  }

  private Finding ask(AlipayAccount account) {
    AlipayRequest<?> question = AlipayOrders.query(NO_TRADE);
    HttpAnswer answer;
    try {
      answer = calls.exchange(account, question);
    } catch (ChannelCallException e) {
      return unknown(account, String.valueOf(e.getMessage()));
    }
    if (answer.status() != 200) {
      return unknown(account, "HTTP " + answer.status());
    }
    Optional<Duration> skew = ClockSkew.of(answer, clock, MOST_SKEW);
    return skew.isPresent()
        ? wrong(account, "our clock differs from its clock by " + skew.get().toSeconds() + " s")
        : judge(account, answer, question);
  }

  private static Finding judge(
      AlipayAccount account, HttpAnswer answer, AlipayRequest<?> question) {
    try {
      AlipayAnswer signed =
          AlipayEnvelope.read(answer.body(), question.getApiMethodName(), account);
      if (signed.refusal().equals(AlipayTradeAnswer.NO_TRADE)) {
        log.info("Alipay, app {}: keys and clocks agree", account.appId());
        return Finding.RIGHT;
      }
      String why = signed.unknown().detail();
      return signed.isRejected() ? wrong(account, why) : unknown(account, why);
    } catch (ChannelCallException e) {
      return wrong(account, String.valueOf(e.getMessage()));
    }
  }

  private static Finding unknown(AlipayAccount account, String why) {
    log.warn("Alipay, app {}: it could not be asked: {}", account.appId(), why);
    return Finding.UNKNOWN;
  }

  private static Finding wrong(AlipayAccount account, String why) {
    log.error(
        "Alipay, app {}: {}; app-id, private-key-file and alipay-public-key-file must belong"
            + " together, and the clock must be right",
        account.appId(),
        why);
    return Finding.WRONG;
  }
}
