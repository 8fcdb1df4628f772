package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.out.channel.statement.Columns;
import java.math.BigDecimal;

/** The state that a line of a bill reports. */
enum BillState {
  SUCCESS,
  REFUND,
  /** A payment at a till that was taken back without a refund. */
  REVOKED;

  static BillState of(Columns.Cells cells, String column) throws UnreadableStatement {
    return switch (cells.text(column)) {
      case "SUCCESS" -> SUCCESS;
      case "REFUND" -> REFUND;
      case "REVOKED" -> REVOKED;
      default -> throw cells.wrong(column);
    };
  }

  /** WeChat Pay does not document which of the two columns has a revoked amount. */
  BigDecimal amount(BigDecimal paid, BigDecimal refunded) {
    return switch (this) {
      case SUCCESS -> paid;
      case REFUND -> refunded;
      case REVOKED -> paid.max(refunded);
    };
  }
}
