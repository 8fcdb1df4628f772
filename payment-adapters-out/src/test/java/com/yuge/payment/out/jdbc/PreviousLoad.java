package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byHmac;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byMd5;
import static com.yuge.payment.out.jdbc.PreviousVersion.Result.byQuery;
import static java.util.Objects.requireNonNull;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.out.jdbc.PreviousOrder.PaymentOutcome;
import com.yuge.payment.out.jdbc.PreviousVersion.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** One thread of the previous version, and its own book of the payments that it has heard of. */
final class PreviousLoad {
  private static final int WAYS = 10;

  private final PreviousVersion previous;
  private final AtomicReference<String> lastTrade;
  private final int fillers;
  private final Random random;
  private final List<Heard> book = new ArrayList<>();
  private int lives;

  /**
   * @param lastTrade shared with other threads, which let other orders be paid by it
   * @param fillers how many {@link FillerOrders} there are
   */
  PreviousLoad(PreviousVersion previous, AtomicReference<String> lastTrade, int fillers, int seed) {
    this.previous = previous;
    this.lastTrade = lastTrade;
    this.fillers = fillers;
    this.random = new Random(seed);
  }

  /** A payment that was committed, and what it was to the order. */
  record Heard(PayNo payNo, String tradeNo, Kind kind) {}

  List<Heard> book() {
    return book;
  }

  void live(int orders) {
    for (int order = 0; order < orders; order++) {
      live();
    }
  }

  /** An order's life in one of ten ways, and what else an instance does meanwhile. */
  void live() {
    PayNo payNo = previous.create();
    previous.scheduleCheck(payNo, Duration.ZERO);
    previous.begin(payNo);
    live(payNo, lives % WAYS);
    previous.scheduleCheck(payNo, Duration.ZERO);
    if (lives % WAYS == 0) {
      previous.claim(WAYS);
    }
    hear(FillerOrders.payNo(random.nextInt(fillers)), byHmac(trade(), yuan("1")), yuan("1"));
    lives++;
  }

  private void live(PayNo payNo, int way) {
    switch (way) {
      case 0 -> hear(payNo, byHmac(trade(), PRICE));
      case 1 -> hear(payNo, byMd5(trade()));
      case 2 -> hear(payNo, byQuery(trade(), PRICE));
      case 3 -> previous.fail(payNo, trade());
      case 4 -> previous.close(payNo);
      case 5 -> {
        previous.close(payNo);
        hear(payNo, byMd5(trade()), byHmac(trade(), PRICE));
      }
      case 6 -> {
        String paying = trade();
        hear(payNo, byHmac(paying, PRICE), byHmac(paying, PRICE), byMd5(trade()));
        lastTrade.set(paying);
      }
      case 7 -> hear(payNo, byHmac(trade(), ANOTHER_PRICE));
      case 8 ->
          hear(
              payNo,
              byHmac(trade(), ANOTHER_PRICE),
              byQuery(trade(), PRICE),
              byHmac(trade(), ANOTHER_PRICE));
      default -> hear(payNo, byHmac(requireNonNull(lastTrade.get()), PRICE));
    }
  }

  private static String trade() {
    return "T" + aNonce();
  }

  private void hear(PayNo payNo, Result... results) {
    for (Result result : results) {
      hear(payNo, result, PRICE);
    }
  }

  private void hear(PayNo payNo, Result result, Money price) {
    PaymentOutcome outcome = previous.hear(payNo, result);
    boolean fits = result.said() == null || result.said().equals(price);
    switch (outcome) {
      case Applied -> book.add(new Heard(payNo, result.tradeNo(), Kind.SETTLED));
      case LateSuccess -> book.add(new Heard(payNo, result.tradeNo(), Kind.LATE));
      case Mismatch ->
          book.add(new Heard(payNo, result.tradeNo(), fits ? Kind.DUPLICATE : Kind.MISMATCH));
      case Duplicate, Ignored -> {}
    }
  }
}
