package com.yuge.payment.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.alerts.Fault.Cure;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What differs between a channel's statement and the books, and a statement that is late. */
final class StatementFaults {
  static final List<Fault> ALL =
      List.of(
          Fault.of("the channel lists a payment that nobody ordered", StatementFaults::unknownMoney)
              .has("PaymentDiscrepancies", Movement.RISES),
          Fault.of("a statement has failed three days ago", StatementFaults::failedStatement)
              .has("PaymentStatementLate", Movement.RISES));

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private StatementFaults() {}

  private static Cure unknownMoney(AlertedService service) {
    LocalDate day =
        service
            .jdbc()
            .sql("SELECT MAX(bill_date) FROM t_statement")
            .query(LocalDate.class)
            .single();
    Instant noon = day.atTime(LocalTime.NOON).atZone(BEIJING).toInstant();
    service
        .channel()
        .plant(
            ExtraLine.payment(
                "PAY20240101120000123000000000001", "MOCK_X", new BigDecimal("9.90"), noon));
    String path = "/actuator/statements/" + number(service) + "/fetch-again";
    assertThat(service.api().post(path, Map.of("by", "li", "reason", "test")).http())
        .isEqualTo(200);
    return service.channel()::plant;
  }

  private static Cure failedStatement(AlertedService service) {
    move(service, "state = 'FAILED', bill_date = bill_date - INTERVAL 3 DAY");
    return () -> move(service, "state = 'EMPTY', bill_date = bill_date + INTERVAL 3 DAY");
  }

  private static void move(AlertedService service, String change) {
    String sql = "UPDATE t_statement SET next_check_at = NULL, " + change + " WHERE id = ?";
    assertThat(service.jdbc().sql(sql).param(number(service)).update()).isOne();
  }

  private static long number(AlertedService service) {
    return service.jdbc().sql("SELECT MAX(id) FROM t_statement").query(Long.class).single();
  }
}
