package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.out.channel.statement.Totals;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what the merchant received from payments, or gave back, with the total in the file. The
 * file has no total of orders or fees.
 */
final class NetTotalsCheck {
  private final Pattern form;
  private int count;
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean found;

  /**
   * @param form of the line with the total, with %s for the count and the amount
   */
  NetTotalsCheck(String form) {
    this.form =
        Pattern.compile(form.formatted("([0-9]{1,9})", "(-?[0-9]{1,14}(?:\\.[0-9]{1,2})?)"));
  }

  void add(BigDecimal amount) {
    count++;
    sum = sum.add(amount);
  }

  /**
   * Throws if this line has another total. Alipay does not document whether refunds have a sign.
   */
  void compare(String line) throws UnreadableStatement {
    Matcher total = form.matcher(line);
    if (total.matches()) {
      found = true;
      Totals.require("the count", new BigDecimal(total.group(1)), BigDecimal.valueOf(count));
      Totals.require("the total", new BigDecimal(total.group(2)).abs(), sum.abs());
    }
  }

  void requireTold() throws UnreadableStatement {
    if (!found) {
      throw new UnreadableStatement(Reason.TRUNCATED, "it ends before its totals");
    }
  }
}
