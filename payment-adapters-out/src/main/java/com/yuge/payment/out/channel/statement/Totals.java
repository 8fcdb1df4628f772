package com.yuge.payment.out.channel.statement;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import java.math.BigDecimal;

/** The totals that a file tells must be the sums of its lines. */
public final class Totals {
  private Totals() {}

  /** Throws unless the file tells this sum. */
  public static void require(String name, BigDecimal told, BigDecimal sum)
      throws UnreadableStatement {
    if (told.compareTo(sum) != 0) {
      throw new UnreadableStatement(
          Reason.TOTALS,
          "%s is %s, the lines make %s".formatted(name, told.toPlainString(), sum.toPlainString()));
    }
  }
}
