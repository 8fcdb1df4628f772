package com.yuge.payment.app.torture;

import com.yuge.payment.app.proof.Delivery;
import com.yuge.payment.app.proof.ProofTopic;
import com.yuge.payment.devstack.RocketMqServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One seed: shops trade while things go wrong, then all books are compared. */
final class TortureRun {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final Duration TRADE_AGAIN = Duration.ofMinutes(2);
  private static final int ORDERS_AFTERWARDS = 10;
  private static final int MOST_TOLD = 20;

  private final long seed;
  private final TortureStack stack;
  private final Caller caller;
  private final Shops shops;
  private final Findings findings = new Findings();
  private final long start = System.nanoTime();

  TortureRun(long seed, TortureStack stack) {
    this.seed = seed;
    this.stack = stack;
    this.caller = new Caller(stack.apis());
    this.shops = new Shops(caller, stack.servers().channel().client(), this::now);
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Writes what happened beside the result. */
  SeedResult run(int faultCount, Results results) {
    shops.open(seed);
    List<Fault> faults;
    try {
      faults = new Torturer(stack.wounds(), seed, this::now).torture(faultCount);
      awaitTrade();
    } finally {
      shops.close().forEach(findings::wrong);
    }
    stack.fleet().ended().forEach(findings::wrong);
    SeedResult result = compare(faults);
    List<String> purchase = new ArrayList<>(findings.all());
    findings.all().stream().flatMap(this::storyOf).distinct().forEach(purchase::add);
    faults.forEach(fault -> purchase.add(fault.toString()));
    System.out.println("See " + results.tell(seed, purchase).toAbsolutePath());
    findings.all().stream().limit(MOST_TOLD).forEach(System.out::println);
    return result;
  }

  /** The orders after the last fault tell when all was well again. */
  private void awaitTrade() {
    long before = shops.paid();
    Duration end = now().plus(TRADE_AGAIN);
    while (shops.paid() < before + ORDERS_AFTERWARDS && now().compareTo(end) < 0) {
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private SeedResult compare(List<Fault> faults) {
    List<Purchase> purchases = shops.purchases();
    var channel = stack.servers().channel().client();
    channel.behave();
    Map<String, Long> open = new Rest(stack, Books.read(channel, purchases)).await();
    open.forEach((what, count) -> findings.wrong("still open: %d %s".formatted(count, what)));
    Rows rows = Rows.of(stack.payments());
    new Oracle(rows, Books.read(channel, purchases), findings).compare(purchases);
    Deliveries deliveries = new Deliveries(rows.events(), findings);
    List<Delivery> came = read(rows);
    deliveries.compareTopic(came);
    deliveries.compareConsumer(stack.shop(), stack.fleet().consumer().deadLetters());
    return result(purchases, faults, rows, Tally.of(came.stream().map(Delivery::eventId).toList()));
  }

  private List<Delivery> read(Rows rows) {
    String nameServer = stack.servers().rocketMq().nameServerAddress();
    try (ProofTopic topic = new ProofTopic(nameServer, RocketMqServers.TOPIC, true)) {
      return topic.read(rows.events().stream().map(Rows.Event::eventId).toList());
    }
  }

  private SeedResult result(
      List<Purchase> purchases, List<Fault> faults, Rows rows, Tally<String> deliveries) {
    List<Purchase> paid = purchases.stream().filter(Purchase::wasToldPaid).toList();
    return new SeedResult(
        seed,
        now().toMillis(),
        faults,
        paid.stream().map(purchase -> purchase.paid.toMillis()).toList(),
        purchases.stream()
            .flatMap(purchase -> purchase.refundTimes.values().stream())
            .map(Duration::toMillis)
            .toList(),
        caller.answers(),
        rows.orders().size(),
        rows.events().size(),
        deliveries.repeats(),
        stack.fleet().first().lives() + stack.fleet().second().lives(),
        findings.lost(),
        findings.doubled(),
        findings.wrong());
  }

  private Stream<String> storyOf(String finding) {
    return shops.purchases().stream()
        .filter(purchase -> !purchase.payNo.isEmpty() && finding.contains(purchase.payNo))
        .map(
            purchase ->
                "%s %s %s, begun %s, paid %s, refunds %s at %s"
                    .formatted(
                        purchase.orderNo,
                        purchase.payNo,
                        purchase.plan,
                        purchase.begun,
                        purchase.paid,
                        purchase.refunds,
                        purchase.refundTimes));
  }
}
