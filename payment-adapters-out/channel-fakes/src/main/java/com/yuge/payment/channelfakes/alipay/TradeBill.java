package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two files of a trade bill, in the form that merchants have published. Comments begin with #.
 * One file has all lines and their totals, the other one has the sums.
 *
 * @param account names the merchant's account
 */
record TradeBill(String account, BillDay day, List<BillLine> lines, BillFault fault) {
  /** When Alipay writes the file; on published files it is between five and seven. */
  private static final LocalTime WRITTEN = LocalTime.of(5, 30);

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu年MM月dd日");
  private static final String END_OF_LINE = "\r\n";
  private static final String SUMMARY_COLUMNS =
      "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,"
          + "卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）";

  TradeBill {
    lines = List.copyOf(lines);
  }

  /** The beginning of the names of both files. */
  String name() {
    return account + "_" + day.date().format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  LocalDateTime written() {
    return day.next().date().atTime(WRITTEN);
  }

  String details() {
    String listed =
        Stream.concat(Stream.of(BillLine.COLUMNS), lines.stream().map(BillLine::written))
            .collect(Collectors.joining(END_OF_LINE, "", END_OF_LINE));
    if (fault == BillFault.TRUNCATED) {
      return head("明细") + fault.file(listed);
    }
    return head("明细") + listed + text(end("明细"), paid(), refunded(), exported());
  }

  private String paid() {
    BillAmounts sums = sums(line -> !line.isRefund()).totals(fault);
    return "#交易合计：%d笔，商家实收共%s元，商家优惠共%s元"
        .formatted(count(line -> !line.isRefund()), sums.received(), sums.coupon());
  }

  private String refunded() {
    BillAmounts sums = sums(BillLine::isRefund);
    return "#退款合计：%d笔，商家实收退款共%s元，商家优惠退款共%s元"
        .formatted(count(BillLine::isRefund), sums.received(), sums.coupon());
  }

  /** The first row sums the payments outside of any store, the last row sums all. */
  String summary() {
    return head("汇总")
        + text(SUMMARY_COLUMNS, row(""), row("合计"))
        + text(
            "#----------------------------------------业务汇总列表结束-------------------------------------",
            exported());
  }

  private String row(String store) {
    BillAmounts sums = sums(line -> true).totals(fault);
    return "%s\t,\t,%d,%d,%s,%s,0.00,%s,0.00,%s,0.00,%s"
        .formatted(
            store,
            count(line -> !line.isRefund()),
            count(BillLine::isRefund),
            sums.order(),
            sums.received(),
            sums.coupon(),
            sums.fee(),
            sums.net());
  }

  private String head(String kind) {
    return text(
        "#支付宝业务" + kind + "查询",
        "#账号：[" + account + "]",
        "#起始日期：[%s 00:00:00]   终止日期：[%s 00:00:00]".formatted(date(day), date(day.next())),
        "#-----------------------------------------业务"
            + kind
            + "列表----------------------------------------");
  }

  private static String end(String kind) {
    return "#-----------------------------------------业务"
        + kind
        + "列表结束------------------------------------";
  }

  private String exported() {
    return "#导出时间：[%s %s:00]".formatted(date(day.next()), WRITTEN);
  }

  private static String date(BillDay day) {
    return day.date().format(DATE);
  }

  private static String text(String... lines) {
    return Stream.of(lines).collect(Collectors.joining(END_OF_LINE, "", END_OF_LINE));
  }

  private BillAmounts sums(Predicate<BillLine> counted) {
    return lines.stream()
        .filter(counted)
        .map(BillLine::amounts)
        .reduce(BillAmounts.ZERO, BillAmounts::plus);
  }

  private long count(Predicate<BillLine> counted) {
    return lines.stream().filter(counted).count();
  }
}
