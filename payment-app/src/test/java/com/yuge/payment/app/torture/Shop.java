package com.yuge.payment.app.torture;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.proof.RefundPlan;
import com.yuge.payment.app.torture.Story.Plan;
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
  void live(Story story, RefundPlan refunds) {
    Answer created = caller.insist(api -> api.create(story.orderNo, AMOUNT));
    require(created, 200);
    story.payNo = created.text("payNo");
    Answer opened = caller.insist(api -> api.pay(story.payNo));
    if (opened.http() == 409) {
      return; // A clock that is ahead has ended it.
    }
    require(opened, 200);
    pay(story, refunds);
  }

  private void pay(Story story, RefundPlan refunds) {
    switch (story.plan) {
      case LEFT -> {}
      case FOUND -> {
        spoil(story, Faults.ofCallbacks(OfCallbacks.LOST));
        press(story);
      }
      case PAID -> {
        press(story);
        boolean unused = ends(story, "SUCCESS");
      }
      case REFUNDED -> {
        press(story);
        if (ends(story, "SUCCESS")) {
          spoil(story, refunds.faults());
          refund(story);
        }
      }
      case LATE, LATE_CANCELLED -> {
        String unused = Caller.insistAtChannel(() -> channel.pressFail(story.payNo));
        if (ends(story, "FAILED")) {
          payLate(story);
        }
      }
    }
  }

  private void press(Story story) {
    String unused = Caller.insistAtChannel(() -> channel.pressPay(story.payNo));
  }

  private void spoil(Story story, Faults faults) {
    Object unused =
        Caller.insistAtChannel(
            () -> {
              channel.spoil(story.payNo, faults);
              return story;
            });
  }

  /** Asks until the order has ended, or for so long that another shop would have given up. */
  private boolean ends(Story story, String status) {
    Optional<Answer> ended =
        poll(
            () -> caller.insist(api -> api.find(story.payNo)),
            answer -> FINAL.contains(answer.text("status")));
    String end = ended.map(answer -> answer.text("status")).orElse("");
    if (end.equals("SUCCESS")) {
      story.paid = clock.get();
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
  private void refund(Story story) {
    for (int part = 0; part < PARTS.size(); part++) {
      String number = "R" + part;
      String amount = PARTS.get(part);
      CompletableFuture<Answer> twin =
          CompletableFuture.supplyAsync(() -> ask(story, number, amount));
      note(story, number, ask(story, number, amount));
      note(story, number, twin.join());
    }
  }

  // Nothing goes back before the channel has said how much came.
  private Answer ask(Story story, String number, String amount) {
    Duration start = clock.get();
    while (true) {
      Answer answer = caller.insistOnRefund(refunds -> refunds.ask(story.payNo, number, amount));
      boolean unknown = answer.text("cause").equals("AMOUNT_UNKNOWN");
      if (!unknown || clock.get().minus(start).compareTo(PATIENCE) > 0) {
        return answer;
      }
      Answer unused = caller.insist(api -> api.reconcile(story.payNo));
    }
  }

  private void note(Story story, String number, Answer answer) {
    if (answer.http() == 409) {
      return; // EXCEEDS, or the amount has not become known in a minute.
    }
    require(answer, 200);
    tell(story, number, answer.text("refundNo"));
  }

  private void tell(Story story, String number, String refundNo) {
    String before = story.refunds.putIfAbsent(number, refundNo);
    Duration unused = story.refundTimes.putIfAbsent(number, clock.get());
    if (before != null && !before.equals(refundNo)) {
      throw new IllegalStateException(
          "%s is told as %s and as %s".formatted(number, before, refundNo));
    }
  }

  /** The money goes back by itself, unless an operator is quicker. */
  private void payLate(Story story) {
    String unused = Caller.insistAtChannel(() -> channel.pay(story.payNo, AMOUNT));
    if (story.plan == Plan.LATE_CANCELLED) {
      poll(() -> refundsOf(story), refunds -> !refunds.isEmpty())
          .ifPresent(refunds -> cancel(story, refunds.get(0).path("refundNo").asString()));
    }
  }

  private List<JsonNode> refundsOf(Story story) {
    Answer answer = caller.insist(api -> api.get("/payments/" + story.payNo + "/refunds"));
    return answer.data().valueStream().toList();
  }

  private void cancel(Story story, String refundNo) {
    tell(story, "late", refundNo);
    Answer answer = caller.insistOnRefund(refunds -> refunds.cancel(refundNo));
    if (answer.http() == 200) {
      story.cancelled.add(refundNo);
    }
  }

  private static void require(Answer answer, int http) {
    if (answer.http() != http) {
      throw new IllegalStateException("HTTP %d wanted, and not %s".formatted(http, answer));
    }
  }
}
