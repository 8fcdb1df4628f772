package com.yuge.payment.out.proof;

import static com.yuge.payment.domain.statement.DiscrepancyType.BANK_MISS;
import static com.yuge.payment.domain.statement.DiscrepancyType.DUPLICATE_LINE;
import static com.yuge.payment.domain.statement.DiscrepancyType.FEE;
import static com.yuge.payment.domain.statement.DiscrepancyType.OVER_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.OVER_STATUS;
import static com.yuge.payment.domain.statement.DiscrepancyType.PLATFORM_MISS;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_MISS;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_STATUS;
import static com.yuge.payment.domain.statement.DiscrepancyType.REFUND_UNKNOWN;
import static com.yuge.payment.domain.statement.DiscrepancyType.SHORT_CASH;
import static com.yuge.payment.domain.statement.DiscrepancyType.SHORT_STATUS;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.out.proof.Desk.Refunding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must be found, and nothing beside it. */
final class Defects {
  static final List<Scenario> ALL =
      List.of(
          spoiled(BillFault.OMITTED, BANK_MISS, REFUND_MISS),
          spoiled(BillFault.REFUNDS_OMITTED, null, REFUND_MISS),
          spoiled(BillFault.OVER, SHORT_CASH, REFUND_CASH),
          spoiled(BillFault.SHORT, OVER_CASH, REFUND_CASH),
          spoiled(BillFault.REFUNDS_OVER, null, REFUND_CASH),
          spoiled(BillFault.REFUNDS_SHORT, null, REFUND_CASH),
          spoiled(BillFault.OVERCHARGED, FEE, FEE),
          spoiled(BillFault.DOUBLED, DUPLICATE_LINE, DUPLICATE_LINE),
          new Scenario(
              "revoked", Desk::isLenient, spoiled(BillFault.REVOKED, OVER_STATUS, null).plot()),
          Scenario.anywhere("an order that we never had", Defects::unknownOrder),
          Scenario.anywhere("a payment of which we never heard", Defects::unheard),
          Scenario.anywhere("paid after the end, and unheard", Defects::unheardLate),
          new Scenario("a second payment, unheard", Desk::isLenient, Defects::unheardTwice),
          Scenario.anywhere("a refund that we did not want", Defects::unknownRefund),
          Scenario.anywhere("a refund of another payment", Defects::refundOfAnother),
          Scenario.anywhere("a refund without an answer", Defects::unanswered),
          new Scenario(
              "done after it was refused", Defects::isNotWechat, Defects::doneAfterRefused),
          Scenario.anywhere("listed again a day later", Defects::listedAgain),
          Scenario.anywhere("listed three days late", Defects::listedTooLate));

  private Defects() {}

  private static boolean isNotWechat(Desk desk) {
    return !desk.channel().equals(TestChannels.WECHAT);
  }

  /** A payment with a refund, whose lines are spoiled. */
  private static Scenario spoiled(
      BillFault fault, @Nullable DiscrepancyType payment, @Nullable DiscrepancyType refund) {
    return Scenario.anywhere(
        fault.name(),
        (scene, desk) -> {
          Sale sale = scene.givenBack(desk, Refunding.AT_ONCE);
          scene.spoil(sale, fault);
          if (payment != null) {
            scene.planted.add(desk, payment, sale::tradeNo);
          }
          if (refund != null) {
            scene.planted.add(desk, refund, sale::refundNo);
          }
        });
  }

  private static void unknownOrder(Scene scene, Desk desk) {
    String payNo = "PAY" + scene.digits(29);
    Instant when = scene.someTime();
    BigDecimal amount = scene.someAmount();
    scene.line(desk, () -> ExtraLine.payment(payNo, "T" + payNo, amount, when));
    scene.planted.add(desk, PLATFORM_MISS, () -> "T" + payNo);
  }

  private static void unheard(Scene scene, Desk desk) {
    shortStatus(scene, scene.unheard(desk, scene.someTime()));
  }

  private static void unheardLate(Scene scene, Desk desk) {
    shortStatus(scene, CleanScenarios.paidAfterTheEnd(scene, desk));
  }

  private static void unheardTwice(Scene scene, Desk desk) {
    shortStatus(scene, CleanScenarios.paidAgain(scene, desk));
  }

  /** The query that it causes settles it. */
  private static void shortStatus(Scene scene, Sale sale) {
    scene.planted.add(sale.desk, SHORT_STATUS, sale::tradeNo, Resolution.QUERY);
  }

  private static void unknownRefund(Scene scene, Desk desk) {
    Sale sale = scene.sold(desk, scene.someTime());
    String refundNo =
        scene.random.nextBoolean() ? "REF" + scene.digits(29) : "BY-HAND-" + scene.digits(9);
    refundLine(scene, sale, () -> refundNo);
    scene.planted.add(desk, REFUND_UNKNOWN, () -> refundNo);
  }

  private static void refundOfAnother(Scene scene, Desk desk) {
    Sale other = scene.givenBack(desk, Refunding.AT_ONCE);
    refundLine(scene, scene.sold(desk, scene.someTime()), other::refundNo);
    scene.planted.add(desk, REFUND_UNKNOWN, other::refundNo);
  }

  private static void refundLine(Scene scene, Sale sale, Supplier<String> refundNo) {
    Instant when = scene.someTime();
    scene.line(
        sale.desk,
        () -> new ExtraLine(sale.payNo(), sale.tradeNo(), refundNo.get(), sale.amount, when));
  }

  private static void unanswered(Scene scene, Desk desk) {
    Sale sale = scene.givenBack(desk, Refunding.UNANSWERED);
    scene.planted.add(desk, REFUND_STATUS, sale::refundNo, Resolution.QUERY);
  }

  private static void doneAfterRefused(Scene scene, Desk desk) {
    Sale sale = scene.givenBack(desk, Refunding.DONE_AFTER_REFUSED);
    scene.refundIsDone(sale, Scene.midnight(scene.day).plus(Duration.ofMinutes(22 * 60 + 30)));
    scene.planted.add(desk, REFUND_STATUS, sale::refundNo, Resolution.QUERY);
  }

  private static void listedAgain(Scene scene, Desk desk) {
    Sale sale = scene.sold(desk, scene.someTime());
    Instant when = Scene.midnight(scene.day.plusDays(1)).plusSeconds(1);
    scene.line(desk, () -> ExtraLine.payment(sale.payNo(), sale.tradeNo(), sale.amount, when));
    scene.planted.add(desk, DUPLICATE_LINE, sale::tradeNo);
  }

  private static void listedTooLate(Scene scene, Desk desk) {
    Sale sale = scene.sold(desk, scene.someTime());
    CleanScenarios.listedOn(scene.day.plusDays(3), scene, sale);
    scene.planted.add(desk, BANK_MISS, sale::tradeNo, Resolution.LATER_FILE);
  }
}
