package com.yuge.payment.out.channel.statement;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import java.math.BigDecimal;

/** The totals in a file must be the sums of its lines. */
public final class Totals {
  private Totals() {}

  /** Throws unless the file has this sum. */
  public static void require(String name, BigDecimal total, BigDecimal sum)
      throws UnreadableStatement {
    if (total.compareTo(sum) != 0) {
      throw new UnreadableStatement(
          Reason.TOTALS,
          "%s is %s, the lines make %s"
              .formatted(name, total.toPlainString(), sum.toPlainString()));
    }
  }
}
