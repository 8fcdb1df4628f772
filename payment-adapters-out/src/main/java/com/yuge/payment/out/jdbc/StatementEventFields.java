package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementMatched;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of a statement, version 1.0: additive changes only. */
final class StatementEventFields implements EventFields {
  private static final int AMOUNT_DECIMALS = 2;
  private static final int FEE_DECIMALS = 5;

  @Override
  public boolean knows(DomainEvent event) {
    return event instanceof StatementMatched;
  }

  @Override
  public Map<String, @Nullable Object> of(DomainEvent event) {
    return fields((StatementMatched) event);
  }

  private static Map<String, @Nullable Object> fields(StatementMatched event) {
    StatementKey key = event.statement();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("statementKey", event.aggregateKey().value());
    fields.put("channel", key.channel().name());
    fields.put("merchant", key.merchant());
    fields.put("billDate", key.day().toString());
    fields.put("kind", key.kind());
    fields.put("run", event.run());
    fields.put("lines", event.totals().lines());
    fields.put("foreignLines", event.foreignLines());
    fields.put("paid", scaled(event.totals().paid(), AMOUNT_DECIMALS));
    fields.put("refunded", scaled(event.totals().refunded(), AMOUNT_DECIMALS));
    fields.put("fees", scaled(event.totals().fees(), FEE_DECIMALS));
    fields.put("discrepancies", event.discrepancies());
    return fields;
  }

  private static BigDecimal scaled(BigDecimal sum, int decimals) {
    return sum.setScale(decimals, RoundingMode.UNNECESSARY);
  }
}
