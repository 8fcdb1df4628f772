package com.yuge.payment.app.torture;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.proof.RefundPlan;
import com.yuge.payment.app.torture.Purchase.Plan;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One order from its creation to its refunds, with its payer and, where needed, an operator. */
final class Shop {
  static final String AMOUNT = "10.00";

  private static final List<String> PARTS = List.of("3.00", "4.00", "3.00", "0.01");
  private static final Set<String> FINAL = Set.of("SUCCESS", "FAILED", "CLOSED");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  private final Caller caller;
  private final MockChannelClient channel;
  private final Supplier<Duration> clock;

  Shop(Caller caller, MockChannelClient channel, Supplier<Duration> clock) {
    this.caller = caller;
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * @param refunds how its refunds go at the channel
   */
  void live(Purchase purchase, RefundPlan refunds) {
    Answer created = caller.insist(api -> api.create(purchase.orderNo, AMOUNT));
    require(created, 200);
    purchase.payNo = created.text("payNo");
    Answer opened = caller.insist(api -> api.pay(purchase.payNo));
    if (opened.http() == 409) {
      return; // A clock that is ahead has ended it.
    }
    require(opened, 200);
    pay(purchase, refunds);
  }

  private void pay(Purchase purchase, RefundPlan refunds) {
    switch (purchase.plan) {
      case LEFT -> {}
      case FOUND -> {
        spoil(purchase, Faults.ofCallbacks(OfCallbacks.LOST));
        press(purchase);
      }
      case PAID -> {
        press(purchase);
        boolean unused = ends(purchase, "SUCCESS");
      }
      case REFUNDED -> {
        press(purchase);
        if (ends(purchase, "SUCCESS")) {
          spoil(purchase, refunds.faults());
          refund(purchase);
        }
      }
      case LATE, LATE_CANCELLED -> {
        String unused = Caller.insistAtChannel(() -> channel.pressFail(purchase.payNo));
        if (ends(purchase, "FAILED")) {
          payLate(purchase);
        }
      }
    }
  }

  private void press(Purchase purchase) {
    String unused = Caller.insistAtChannel(() -> channel.pressPay(purchase.payNo));
  }

  private void spoil(Purchase purchase, Faults faults) {
    Object unused =
        Caller.insistAtChannel(
            () -> {
              channel.spoil(purchase.payNo, faults);
              return purchase;
            });
  }

  /** Asks until the order has ended, or for so long that another shop would have given up. */
  private boolean ends(Purchase purchase, String status) {
    Optional<Answer> ended =
        poll(
            () -> caller.insist(api -> api.find(purchase.payNo)),
            answer -> FINAL.contains(answer.text("status")));
    String end = ended.map(answer -> answer.text("status")).orElse("");
    if (end.equals("SUCCESS")) {
      purchase.paid = clock.get();
    }
    return end.equals(status);
  }

  private <T> Optional<T> poll(Supplier<T> question, Predicate<T> isThere) {
    Duration start = clock.get();
    while (clock.get().minus(start).compareTo(PATIENCE) < 0) {
      T answer = question.get();
      if (isThere.test(answer)) {
        return Optional.of(answer);
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    return Optional.empty();
  }

  /** One cent more than there is; each part is asked for twice, some of them at the same time. */
  private void refund(Purchase purchase) {
    for (int part = 0; part < PARTS.size(); part++) {
      String number = "R" + part;
      String amount = PARTS.get(part);
      CompletableFuture<Answer> twin =
          CompletableFuture.supplyAsync(() -> ask(purchase, number, amount));
      note(purchase, number, ask(purchase, number, amount));
      note(purchase, number, twin.join());
    }
  }

  // Nothing goes back before the channel has said how much came.
  private Answer ask(Purchase purchase, String number, String amount) {
    Duration start = clock.get();
    while (true) {
      Answer answer = caller.insistOnRefund(refunds -> refunds.ask(purchase.payNo, number, amount));
      boolean unknown = answer.text("cause").equals("AMOUNT_UNKNOWN");
      if (!unknown || clock.get().minus(start).compareTo(PATIENCE) > 0) {
        return answer;
      }
      Answer unused = caller.insist(api -> api.reconcile(purchase.payNo));
    }
  }

  private void note(Purchase purchase, String number, Answer answer) {
    if (answer.http() == 409) {
      return; // EXCEEDS, or the amount has not become known in a minute.
    }
    require(answer, 200);
    tell(purchase, number, answer.text("refundNo"));
  }

  private void tell(Purchase purchase, String number, String refundNo) {
    String before = purchase.refunds.putIfAbsent(number, refundNo);
    Duration unused = purchase.refundTimes.putIfAbsent(number, clock.get());
    if (before != null && !before.equals(refundNo)) {
      throw new IllegalStateException(
          "%s is told as %s and as %s".formatted(number, before, refundNo));
    }
  }

  /** The money goes back by itself, unless an operator is quicker. */
  private void payLate(Purchase purchase) {
    String unused = Caller.insistAtChannel(() -> channel.pay(purchase.payNo, AMOUNT));
    if (purchase.plan == Plan.LATE_CANCELLED) {
      poll(() -> refundsOf(purchase), refunds -> !refunds.isEmpty())
          .ifPresent(refunds -> cancel(purchase, refunds.get(0).path("refundNo").asString()));
    }
  }

  private List<JsonNode> refundsOf(Purchase purchase) {
    Answer answer = caller.insist(api -> api.get("/payments/" + purchase.payNo + "/refunds"));
    return answer.data().valueStream().toList();
  }

  private void cancel(Purchase purchase, String refundNo) {
    tell(purchase, "late", refundNo);
    Answer answer = caller.insistOnRefund(refunds -> refunds.cancel(refundNo));
    if (answer.http() == 200) {
      purchase.cancelled.add(refundNo);
    }
  }

  private static void require(Answer answer, int http) {
    if (answer.http() != http) {
      throw new IllegalStateException("HTTP %d wanted, and not %s".formatted(http, answer));
    }
  }
}
