package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.BillFault;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A payment or a refund in a bill.
 *
 * @param texts everything but amounts, by the names of the columns
 */
record BillLine(Instant at, boolean isRefund, Map<String, String> texts, BillAmounts amounts) {
  static final String STATE = "交易状态";
  static final Comparator<BillLine> BY_TIME = Comparator.comparing(BillLine::at);

  BillLine {
    texts = Map.copyOf(texts);
  }

  BillLine spoiled(BillFault fault) {
    return fault == BillFault.REVOKED && !isRefund
        ? revoked()
        : new BillLine(at, isRefund, texts, amounts.spoiled(fault));
  }

  // Its amount is in the columns of refunds; WeChat Pay does not document where it is.
  private BillLine revoked() {
    Map<String, String> revoked = new HashMap<>(texts);
    revoked.put(STATE, "REVOKED");
    return new BillLine(at, false, revoked, amounts.revoked());
  }

  /** A column that does not concern this line is empty. */
  String written(List<String> columns) {
    Map<String, String> cells = new HashMap<>(texts);
    cells.putAll(amounts.cells());
    return written(cells, columns);
  }

  /** Each cell begins with a backtick and none is quoted, even if it has a comma. */
  static String written(Map<String, String> cells, List<String> columns) {
    return columns.stream()
        .map(column -> "`" + cells.getOrDefault(column, ""))
        .collect(Collectors.joining(","));
  }
}
