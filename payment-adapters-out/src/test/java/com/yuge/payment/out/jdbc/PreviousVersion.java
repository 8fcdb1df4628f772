package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;

import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.PreviousOrder.PaymentOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The transactions of the version before t_pay_trade, as 79cc213 made them: in a rolling upgrade it
 * goes on while the tables are migrated and this version starts. Pool and retries have not changed
 * since and are this version's.
 */
final class PreviousVersion {
  private static final Duration MINUTES = Duration.ofMinutes(5);

  private final PreviousTables tables;
  private final Transactions transactions;
  private final InstantSource clock;

  PreviousVersion(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
    this.tables = new PreviousTables(jdbc);
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A payment of which it hears. */
  record Result(String tradeNo, @Nullable Money said, Source source) {
    enum Source {
      HMAC_CALLBACK("{\"amount\":\"as said\"}"),
      MD5_CALLBACK("{\"payNo\":\"x\",\"signature\":\"0123456789abcdef0123456789abcdef\"}"),
      QUERY("");

      private final String payload;

      Source(String payload) {
        this.payload = payload;
      }
    }

    static Result byHmac(String tradeNo, @Nullable Money said) {
      return new Result(tradeNo, said, Source.HMAC_CALLBACK);
    }

    /** Its signature does not cover an amount. */
    static Result byMd5(String tradeNo) {
      return new Result(tradeNo, null, Source.MD5_CALLBACK);
    }

    static Result byQuery(String tradeNo, Money said) {
      return new Result(tradeNo, said, Source.QUERY);
    }
  }

  PayNo create() {
    PayNo payNo = PayOrderBook.aPayNo();
    Instant now = clock.instant();
    transactions.run(
        () ->
            tables.insert(
                payNo,
                PayOrderBook.anOrderNo(),
                PayOrderBook.PRICE,
                now,
                now.plus(PayOrderBook.TIME_TO_PAY)));
    return payNo;
  }

  void begin(PayNo payNo) {
    transactions.run(
        () -> {
          PreviousOrder order = tables.lock(payNo);
          if (order.status() == PayStatus.INIT) {
            Instant now = clock.instant();
            tables.advance(order, PayStatus.PAYING, null, null, now);
            tables.scheduleCheck(payNo, MINUTES);
            tables.audit(order, PayStatus.PAYING, "OPEN", "pays until " + order.expireAt(), now);
          }
        });
  }

  PaymentOutcome hear(PayNo payNo, Result result) {
    String callbackId = aNonce();
    return transactions.call(() -> apply(tables.lock(payNo), result, callbackId));
  }

  private PaymentOutcome apply(PreviousOrder order, Result result, String callbackId) {
    boolean isCallback = result.source() != Result.Source.QUERY;
    if (isCallback && tables.holdsCallback(callbackId)) {
      return PaymentOutcome.Duplicate;
    }
    Instant now = clock.instant();
    PaymentOutcome outcome = order.paid(result.tradeNo(), result.said());
    if (isCallback) {
      tables.logCallback(order.payNo(), callbackId, result.source().payload, reason(outcome), now);
    }
    write(order, outcome, result, now);
    boolean plain = outcome == PaymentOutcome.Applied || outcome == PaymentOutcome.Duplicate;
    if (!isCallback || !plain) {
      String said = result.said() == null ? "unsaid" : result.said().toString();
      String detail = outcome + " tradeNo=" + result.tradeNo() + " amount=" + said;
      tables.audit(order, order.status(), isCallback ? "NOTIFY" : "QUERY", detail, now);
    }
    return outcome;
  }

  private static String reason(PaymentOutcome outcome) {
    return switch (outcome) {
      case Applied -> "APPLIED";
      case LateSuccess -> "LATE_SUCCESS";
      case Mismatch -> "MISMATCH";
      case Duplicate -> "SAME_WORD";
      case Ignored -> "NO_CHANGE";
    };
  }

  private void write(PreviousOrder order, PaymentOutcome outcome, Result result, Instant now) {
    if (outcome == PaymentOutcome.Applied) {
      tables.advance(order, PayStatus.SUCCESS, result.tradeNo(), now, now);
      tables.append(order, "PAYMENT_SUCCEEDED", now);
    } else if (outcome == PaymentOutcome.LateSuccess) {
      tables.recordLateSuccess(order, result.tradeNo(), now);
      tables.append(order, "PAYMENT_LATE_SUCCEEDED", now);
    } else if (outcome == PaymentOutcome.Mismatch && order.mismatchTradeNo() == null) {
      tables.recordMismatch(order, result.tradeNo(), result.said(), now);
    }
  }

  /** The channel says that the payer's attempt has failed. */
  void fail(PayNo payNo, String tradeNo) {
    String callbackId = aNonce();
    transactions.run(
        () -> {
          PreviousOrder order = tables.lock(payNo);
          Instant now = clock.instant();
          PaymentOutcome outcome = order.failed();
          String payload = Result.Source.HMAC_CALLBACK.payload;
          tables.logCallback(payNo, callbackId, payload, reason(outcome), now);
          if (outcome == PaymentOutcome.Applied) {
            tables.advance(order, PayStatus.FAILED, tradeNo, null, now);
            tables.append(order, "PAYMENT_FAILED", now);
          }
        });
  }

  void close(PayNo payNo) {
    transactions.run(
        () -> {
          PreviousOrder order = tables.lock(payNo);
          if (order.status().isOpen()) {
            Instant now = clock.instant();
            tables.advance(order, PayStatus.CLOSED, null, null, now);
            tables.append(order, "PAYMENT_CLOSED", now);
            tables.audit(order, PayStatus.CLOSED, "CLOSE", "EXPIRED, pays until then", now);
          }
        });
  }

  void scheduleCheck(PayNo payNo, Duration after) {
    transactions.run(() -> tables.scheduleCheck(payNo, after));
  }

  /** Takes that many orders whose check is due. */
  void claim(int limit) {
    transactions.run(
        () -> {
          List<Long> due = new ArrayList<>(tables.lockDue(PayStatus.PAYING, limit));
          if (due.size() < limit) {
            due.addAll(tables.lockDue(PayStatus.INIT, limit - due.size()));
          }
          if (!due.isEmpty()) {
            tables.hold(due, MINUTES);
          }
        });
  }
}
