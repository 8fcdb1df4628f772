package com.yuge.payment.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.alerts.Fault.Cure;
import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.RefundApi;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import java.util.List;

/** What goes wrong with money. Times are moved in the database, so that nobody has to wait. */
final class MoneyFaults {
  private static final Faults NO_WORD_OF_REFUNDS =
      Faults.ofAnswers(OfAnswer.UNKNOWN, Call.REFUND, Call.QUERY_REFUND);

  static final List<Fault> ALL =
      List.of(
          Fault.of("a payment comes after its order has failed", MoneyFaults::latePayment)
              .has("PaymentUnappliedMoney", Movement.RISES),
          Fault.of("a channel decides no refund for two days", MoneyFaults::undecidedRefund)
              .has("PaymentRefundsOverdue", Movement.RISES),
          Fault.of("an order has expired two hours ago", MoneyFaults::overdueOrder)
              .has("PaymentOrdersOverdue", Movement.RISES),
          Fault.of("no instance's job checks orders", MoneyFaults::uncheckedOrder)
              .has("PaymentReconcileLate", Movement.RISES));

  private MoneyFaults() {}

  private static Cure latePayment(AlertedService service) {
    Paid unused = service.orders().late("5.00");
    return Cure.NOT_NEEDED;
  }

  private static Cure undecidedRefund(AlertedService service) {
    String payNo = service.orders().paid("5.00").payNo();
    service.channel().spoil(payNo, NO_WORD_OF_REFUNDS);
    String status = new RefundApi(service.api()).ask(payNo, "R1", "5.00").text("status");
    assertThat(status).isEqualTo("REFUNDING");
    move(service, "t_pay_refund", "created_at = created_at - INTERVAL 2 DAY", payNo);
    return service.channel()::behave;
  }

  private static Cure overdueOrder(AlertedService service) {
    String payNo = service.newOrder();
    assertThat(service.api().pay(payNo).http()).isEqualTo(200);
    String threeHoursAgo =
        """
        created_at = UTC_TIMESTAMP(6) - INTERVAL 3 HOUR,
        expire_at = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR
        """;
    move(service, "t_pay_order", threeHoursAgo, payNo);
    return Cure.NOT_NEEDED;
  }

  private static Cure uncheckedOrder(AlertedService service) {
    String next = "next_check_at = UTC_TIMESTAMP(6) - INTERVAL 20 MINUTE";
    move(service, "t_pay_order", next, service.newOrder());
    return Cure.NOT_NEEDED;
  }

  private static void move(AlertedService service, String table, String times, String payNo) {
    String sql = "UPDATE %s SET %s WHERE pay_no = ?".formatted(table, times);
    assertThat(service.jdbc().sql(sql).param(payNo).update()).isOne();
  }
}
