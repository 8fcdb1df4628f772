package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static com.yuge.payment.domain.fixtures.RefundBook.SHOP;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ports that the contracts of refunds work on, each write in a transaction of its own. */
public abstract class RefundsBench extends PayOrdersBench {
  protected static final Duration LONG = Duration.ofHours(1);
  protected static final ChannelAccount ACCOUNT = new ChannelAccount("merchant-1", "QR");

  protected abstract Refunds refunds();

  /** A refund that the shop wants, of an order that is stored. */
  protected final Refund aRefund() {
    return aRefund(wanted(added(aPayOrder())));
  }

  protected static Refund aRefund(RefundTerms terms) {
    return aRefund(terms, NOW);
  }

  protected static Refund aRefund(RefundTerms terms, Instant createdAt) {
    RefundNo refundNo = new RefundNo("REF" + aPayNo().value().substring(3));
    return new Refund(
        0, refundNo, terms, RefundStatus.REFUNDING, RefundProgress.NONE, 0, createdAt, createdAt);
  }

  protected static RefundTerms wanted(PayOrder order) {
    return wanted(order, aNonce());
  }

  protected static RefundTerms wanted(PayOrder order, String refundOrderNo) {
    return new RefundTerms(
        order.payNo(),
        new RefundOrderNo(refundOrderNo),
        order.channel(),
        new TradeNo("T1"),
        PRICE,
        PRICE,
        REASON,
        Origin.CALLER,
        SHOP,
        ACCOUNT);
  }

  /** What the service gives back by itself. */
  protected static RefundTerms automatic(PayOrder order, PayChannel channel, TradeNo tradeNo) {
    return new RefundTerms(
        order.payNo(),
        null,
        channel,
        tradeNo,
        PRICE,
        PRICE,
        REASON,
        Origin.AUTO,
        "payment-service",
        null);
  }

  /** Its next version. */
  protected static Refund next(Refund refund, RefundStatus status, RefundProgress progress) {
    return new Refund(
        refund.id(),
        refund.refundNo(),
        refund.terms(),
        status,
        progress,
        refund.version() + 1,
        refund.createdAt(),
        LATER);
  }

  protected static Refund next(Refund refund, RefundStatus status) {
    return next(
        refund,
        status,
        switch (status) {
          case REFUNDING, ABNORMAL -> RefundProgress.NONE;
          case SUCCESS -> ended(null, LATER);
          case FAILED -> ended(new FailCode("CLOSED"), null);
        });
  }

  private static RefundProgress ended(@Nullable FailCode failCode, @Nullable Instant refundedAt) {
    return new RefundProgress(1, NOW, NOW, null, null, failCode, null, refundedAt, null);
  }

  protected final Refund stored(Refund refund) {
    return stored(refund, LONG);
  }

  /** As the store returns it; its channel may be called from then on. */
  protected final Refund stored(Refund refund, Duration checkIn) {
    return transactions()
        .call(
            () -> {
              PayOrder unused = locked(refund.terms().payNo());
              return refunds().add(refund, checkIn);
            });
  }

  protected final Refund written(Refund next) {
    return written(next, Optional.of(LONG));
  }

  protected final Refund written(Refund next, Optional<Duration> checkIn) {
    transactions()
        .run(
            () -> {
              PayOrder unused = locked(next.terms().payNo());
              refunds().advance(next, checkIn);
            });
    return next;
  }
}
