package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.out.proof.Desk.Refunding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What must not be found: our books and the channel's agree, if one looks closely. */
final class CleanScenarios {
  static final List<Scenario> ALL =
      List.of(
          Scenario.anywhere("refunded", (scene, desk) -> scene.givenBack(desk, Refunding.AT_ONCE)),
          Scenario.anywhere("never paid", (scene, desk) -> scene.ordered(desk, scene.someTime())),
          Scenario.anywhere("no refund", (scene, desk) -> scene.givenBack(desk, Refunding.REFUSED)),
          Scenario.anywhere("refunded on the next day", CleanScenarios::refundedLate),
          Scenario.anywhere("listed a day late", CleanScenarios::listedLate),
          Scenario.anywhere("listed two days late", CleanScenarios::listedLater),
          Scenario.anywhere("listed a day early", CleanScenarios::listedEarly),
          Scenario.anywhere("heard after midnight", CleanScenarios::heardAfterMidnight),
          Scenario.anywhere("paid after midnight there", CleanScenarios::aheadOfMidnight),
          Scenario.anywhere("another system's", CleanScenarios::foreign),
          Scenario.anywhere("a fee rounded in another way", CleanScenarios::roundedFee),
          new Scenario("a coupon paid half", CleanScenarios::hasCoupons, CleanScenarios::coupon),
          Scenario.anywhere("heard after the end", CleanScenarios::heardLate),
          new Scenario("paid twice", Desk::isLenient, CleanScenarios::paidTwice),
          new Scenario("revoked and unheard", Desk::isLenient, CleanScenarios::revoked),
          new Scenario(
              "from the recharged balance", CleanScenarios::isWechat, CleanScenarios::recharged));

  private CleanScenarios() {}

  private static boolean isWechat(Desk desk) {
    return desk.channel().equals(TestChannels.WECHAT);
  }

  private static boolean hasCoupons(Desk desk) {
    return !desk.channel().equals(TestChannels.MOCK);
  }

  /** Alipay takes its fee of the other half, WeChat Pay of both. */
  private static void coupon(Scene scene, Desk desk) {
    Instant when = scene.someTime();
    Sale sale = scene.ordered(desk, when.minusSeconds(60));
    BigDecimal half = sale.amount.divide(BigDecimal.valueOf(2), Money.DECIMALS, RoundingMode.DOWN);
    scene.agenda.at(when.minusSeconds(30), () -> desk.couponPays(sale.payNo(), half));
    scene.pay(sale, when, Duration.ZERO);
    scene.hear(sale, when.plusSeconds(5));
    scene.refund(sale, when.plus(Duration.ofHours(1)), Refunding.AT_ONCE);
  }

  private static void refundedLate(Scene scene, Desk desk) {
    Sale sale = scene.givenBack(desk, Refunding.LATE);
    scene.refundIsDone(
        sale, Scene.midnight(scene.day.plusDays(1)).plusSeconds(scene.random.nextInt(60)));
  }

  private static void listedLate(Scene scene, Desk desk) {
    Sale sale = scene.givenBack(desk, Refunding.AT_ONCE);
    scene.spoil(sale, BillFault.NEXT_DAY);
  }

  private static void listedLater(Scene scene, Desk desk) {
    listedOn(scene.day.plusDays(2), scene, scene.sold(desk, scene.someTime()));
  }

  /** The line of a payment is in the bill of another day. */
  static void listedOn(LocalDate day, Scene scene, Sale sale) {
    scene.spoil(sale, BillFault.OMITTED);
    scene.line(
        sale.desk,
        () ->
            ExtraLine.payment(
                sale.payNo(), sale.tradeNo(), sale.amount, Scene.midnight(day).plusSeconds(1)));
  }

  private static void listedEarly(Scene scene, Desk desk) {
    Instant midnight = Scene.midnight(scene.day);
    Sale sale = scene.sold(desk, midnight.plusSeconds(60 + scene.random.nextInt(3600)));
    scene.spoil(sale, BillFault.OMITTED);
    scene.lineOfTheDayBefore(
        desk,
        () ->
            ExtraLine.payment(sale.payNo(), sale.tradeNo(), sale.amount, midnight.minusSeconds(1)));
  }

  /** Before midnight by the channel's clock, and after it by ours. */
  private static void heardAfterMidnight(Scene scene, Desk desk) {
    LocalDate day = scene.day.plusDays(scene.random.nextInt(2));
    Sale sale = scene.unheard(desk, Scene.midnight(day).minusSeconds(2));
    scene.hear(sale, Scene.midnight(day).plusSeconds(3));
  }

  /** After midnight by the channel's clock, and before it by ours. */
  private static void aheadOfMidnight(Scene scene, Desk desk) {
    LocalDate day = scene.day.plusDays(scene.random.nextInt(2));
    Duration ahead = Duration.ofSeconds(10);
    Sale sale = scene.unheard(desk, Scene.midnight(day).minusSeconds(5), ahead);
    scene.hear(sale, Scene.midnight(day).minusSeconds(3), ahead);
  }

  private static void foreign(Scene scene, Desk desk) {
    String number = "SHOP-" + scene.digits(10);
    Instant when = scene.someTime();
    BigDecimal amount = scene.someAmount();
    scene.line(desk, () -> ExtraLine.payment(number, "T" + number, amount, when));
    scene.line(desk, () -> new ExtraLine(number, "T" + number, "R" + number, amount, when));
  }

  private static void roundedFee(Scene scene, Desk desk) {
    scene.spoil(scene.givenBack(desk, Refunding.AT_ONCE), BillFault.FEE_ROUNDED);
  }

  private static void heardLate(Scene scene, Desk desk) {
    Sale sale = paidAfterTheEnd(scene, desk);
    scene.hear(sale, Scene.midnight(scene.day).plus(Duration.ofHours(22)));
  }

  /** The order is closed and then paid. */
  static Sale paidAfterTheEnd(Scene scene, Desk desk) {
    Instant when = scene.someTime().minus(Duration.ofHours(1));
    Sale sale = scene.ordered(desk, when);
    scene.hear(sale, when.plus(Duration.ofMinutes(40)));
    scene.pay(sale, when.plus(Duration.ofMinutes(61)), Duration.ZERO);
    return sale;
  }

  private static void paidTwice(Scene scene, Desk desk) {
    Sale sale = paidAgain(scene, desk);
    scene.hear(sale, Scene.midnight(scene.day).plus(Duration.ofHours(22)));
  }

  /** We have heard of the first payment; the sale's payment is the second. */
  static Sale paidAgain(Scene scene, Desk desk) {
    Instant when = scene.someTime();
    Sale sale = scene.sold(desk, when);
    scene.pay(sale, when.plusSeconds(60), Duration.ZERO);
    return sale;
  }

  private static void revoked(Scene scene, Desk desk) {
    scene.spoil(scene.unheard(desk, scene.someTime()), BillFault.REVOKED);
  }

  private static void recharged(Scene scene, Desk desk) {
    scene.spoil(scene.givenBack(desk, Refunding.AT_ONCE), BillFault.RECHARGED);
  }
}
