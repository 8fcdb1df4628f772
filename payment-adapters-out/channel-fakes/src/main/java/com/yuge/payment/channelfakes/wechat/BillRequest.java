package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.http.Request;
import java.time.Instant;
import java.time.Period;

/** Which bill a merchant asks for. */
record BillRequest(BillDay day, BillType type, boolean zipped) {
  private static final Period KEPT = Period.ofMonths(3);

  static BillRequest read(Request request) {
    BillDay day =
        BillDay.parse(request.parameter("bill_date"))
            .orElseThrow(() -> ApiError.parameter("bill_date must be such as 2026-11-28"));
    return new BillRequest(
        day, type(request.parameter("bill_type")), isZipped(request.parameter("tar_type")));
  }

  private static BillType type(String text) {
    return switch (text) {
      case "", "ALL" -> BillType.ALL;
      case "SUCCESS" -> BillType.SUCCESS;
      case "REFUND" -> BillType.REFUND;
      case "RECHARGE_REFUND" -> BillType.RECHARGE_REFUND;
      default ->
          throw ApiError.parameter("bill_type must be ALL, SUCCESS, REFUND or RECHARGE_REFUND");
    };
  }

  private static boolean isZipped(String text) {
    return switch (text) {
      case "" -> false;
      case "GZIP" -> true;
      default -> throw ApiError.parameter("tar_type must be GZIP");
    };
  }

  /**
   * Throws unless the day is one of the last three months and its bill is written. Today gets
   * INVALID_REQUEST; WeChat Pay does not document its answer.
   */
  void requireWritten(Instant now) {
    BillDay today = BillDay.of(now);
    boolean kept = !day.isBefore(new BillDay(today.date().minus(KEPT)));
    if (!kept || !day.isBefore(today)) {
      throw ApiError.request("请检查bill_date");
    }
    if (now.isBefore(day.next().at(BillService.WRITTEN))) {
      throw ApiError.statementCreating();
    }
  }
}
