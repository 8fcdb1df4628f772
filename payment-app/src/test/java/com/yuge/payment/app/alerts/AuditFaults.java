package com.yuge.payment.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.alerts.Fault.Cure;
import java.util.List;

/** What is wrong with stored data, and an audit that does not end. */
final class AuditFaults {
  static final List<Fault> ALL =
      List.of(
          Fault.of("a payment's refund totals are changed by hand", AuditFaults::changedByHand)
              .has("PaymentAuditViolations", Movement.RISES),
          Fault.of("no audit has ended for five days", AuditFaults::noAudit)
              .has("PaymentAuditLate", Movement.RISES));

  private AuditFaults() {}

  private static Cure changedByHand(AlertedService service) {
    String payNo = service.orders().paid("5.00").payNo();
    change(service, "UPDATE t_pay_trade SET refund_held = 1 WHERE pay_no = '" + payNo + "'");
    change(
        service,
        """
        UPDATE t_pay_trade SET received_at = received_at - INTERVAL 1 DAY
        WHERE pay_no = '%s'
        """
            .formatted(payNo));
    awaitAudit(service);
    change(
        service,
        """
        UPDATE t_audit_progress SET day = NULL, version = version + 1, next_check_at = '2000-01-01'
        WHERE id = 1
        """);
    return () ->
        change(service, "UPDATE t_pay_trade SET refund_held = 0 WHERE pay_no = '" + payNo + "'");
  }

  private static Cure noAudit(AlertedService service) {
    awaitAudit(service);
    change(
        service,
        "UPDATE t_audit_progress SET complete_day = complete_day - INTERVAL 5 DAY WHERE id = 1");
    return () ->
        change(service, "UPDATE t_audit_progress SET complete_day = complete_day + INTERVAL 5 DAY");
  }

  /** The first audit begins with the service. */
  private static void awaitAudit(AlertedService service) {
    await("an audit has ended")
        .atMost(AlertedService.SOON)
        .until(
            () ->
                service
                        .jdbc()
                        .sql(
                            """
                            SELECT COUNT(*) FROM t_audit_progress
                            WHERE walk IS NULL AND complete_day IS NOT NULL
                            """)
                        .query(Integer.class)
                        .single()
                    == 1);
  }

  private static void change(AlertedService service, String sql) {
    assertThat(service.jdbc().sql(sql).update()).isOne();
  }
}
