package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.RefundBook;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.out.proof.Desk.Refunding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A day of trade: what scenarios are made of. */
final class Scene {
  /** When bills are spoiled: after the last sale, before the first bill of the day is written. */
  private static final LocalTime EVENING = LocalTime.of(23, 0);

  /** Before the bills of the day before are fetched. */
  private static final LocalTime MORNING = LocalTime.of(9, 30);

  private static final Duration SOON = Duration.ofSeconds(5);

  final LocalDate day;
  final Random random;
  final Agenda agenda;
  final Planted planted = new Planted();
  private final Service service;
  private final Map<Desk, List<Supplier<ExtraLine>>> lines = new HashMap<>();
  private final Map<Desk, List<Supplier<ExtraLine>>> early = new HashMap<>();

  Scene(Service service, LocalDate day, Random random) {
    this.service = service;
    this.day = day;
    this.random = random;
    this.agenda = new Agenda(service.clocks);
    for (Desk desk : service.desks) {
      agenda.at(at(day, MORNING), () -> plant(desk, early));
      agenda.at(at(day, EVENING), () -> plant(desk, lines));
    }
  }

  private static void plant(Desk desk, Map<Desk, List<Supplier<ExtraLine>>> known) {
    desk.plant(known.getOrDefault(desk, List.of()).stream().map(Supplier::get).toList());
  }

  static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Clocks.SHOP).toInstant();
  }

  static Instant midnight(LocalDate day) {
    return at(day, LocalTime.MIDNIGHT);
  }

  /** Some time of the day at which shops are open. */
  Instant someTime() {
    return at(day, LocalTime.of(1, 0)).plusSeconds(random.nextInt(20 * 3600));
  }

  BigDecimal someAmount() {
    return BigDecimal.valueOf(200 + random.nextInt(50_000), Money.DECIMALS);
  }

  /** An order that nobody has paid yet. */
  Sale ordered(Desk desk, Instant when) {
    Sale sale = new Sale(desk, someAmount());
    agenda.at(when, () -> order(sale));
    return sale;
  }

  private void order(Sale sale) {
    PayRequest request =
        new PayRequest(
            PayOrderBook.anOrderNo(),
            Money.cny(sale.amount),
            sale.desk.channel(),
            null,
            Parties.UNSAID);
    sale.ordered(service.payments.createPayOrder().handle(request).order());
    sale.ordered(
        service
            .payments
            .openPayment()
            .handle(sale.order().payNo(), OpenOptions.USUAL)
            .orElseThrow()
            .order());
  }

  /** A payment of which we hear nothing. */
  Sale unheard(Desk desk, Instant when) {
    return unheard(desk, when, Duration.ZERO);
  }

  /** The same while the channel's clock is ahead. */
  Sale unheard(Desk desk, Instant when, Duration ahead) {
    Sale sale = ordered(desk, when.minusSeconds(60));
    pay(sale, when, ahead);
    return sale;
  }

  void pay(Sale sale, Instant when, Duration ahead) {
    agenda.at(
        when, ahead, () -> sale.paid(sale.desk.pay(sale.payNo(), sale.amount.toPlainString())));
  }

  /** A payment of which we hear soon. */
  Sale sold(Desk desk, Instant when) {
    Sale sale = unheard(desk, when);
    hear(sale, when.plus(SOON));
    return sale;
  }

  /** We ask the channel what became of the payment. */
  void hear(Sale sale, Instant when) {
    hear(sale, when, Duration.ZERO);
  }

  void hear(Sale sale, Instant when, Duration ahead) {
    agenda.at(
        when,
        ahead,
        () -> {
          var unused = service.payments.reconcilePayOrder().onRequest(sale.order().payNo());
        });
  }

  /** Some of the money goes back, or all of it. */
  void refund(Sale sale, Instant when, Refunding refunding) {
    BigDecimal some = BigDecimal.valueOf(100 + random.nextInt(100), Money.DECIMALS);
    Money amount = Money.cny(random.nextBoolean() ? sale.amount : some);
    agenda.at(
        when,
        () -> {
          sale.desk.refundsGo(sale.payNo(), refunding);
          RefundCreation.Agreed made =
              (RefundCreation.Agreed)
                  service
                      .payments
                      .refunds()
                      .createRefund()
                      .handle(RefundBook.aRefund(sale.order(), amount))
                      .orElseThrow();
          sale.refunded(made.refund().refundNo().value());
          sale.desk.refundsGo(sale.payNo(), Refunding.AT_ONCE);
        });
  }

  /** A payment with a refund an hour later. */
  Sale givenBack(Desk desk, Refunding refunding) {
    Instant when = someTime();
    Sale sale = sold(desk, when);
    refund(sale, when.plus(Duration.ofHours(1)), refunding);
    return sale;
  }

  void refundIsDone(Sale sale, Instant when) {
    agenda.at(when, () -> sale.desk.refundIsDone(sale.refundNo()));
  }

  void spoil(Sale sale, BillFault fault) {
    agenda.at(at(day, EVENING), () -> sale.desk.spoil(sale.payNo(), fault));
  }

  /** A line that is in no books; its numbers may not be known yet. */
  void line(Desk desk, Supplier<ExtraLine> line) {
    lines.computeIfAbsent(desk, key -> new ArrayList<>()).add(line);
  }

  /** The bill of the day has one more line of another system. */
  void change(Desk desk) {
    String number = "SHOP-" + digits(10);
    line(desk, () -> ExtraLine.payment(number, "T" + number, BigDecimal.ONE, midnight(day)));
    plant(desk, lines);
  }

  /** The same in the bill of the day before, which is fetched sooner. */
  void lineOfTheDayBefore(Desk desk, Supplier<ExtraLine> line) {
    early.computeIfAbsent(desk, key -> new ArrayList<>()).add(line);
    line(desk, line);
  }

  /** Digits that no other line has. */
  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
