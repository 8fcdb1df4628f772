package com.yuge.payment.channelfakes.wechat;

import static java.util.Collections.nCopies;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLines;
import com.yuge.payment.channelfakes.http.FaultBoard;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes trade bills from the books: a header, a line for each payment and refund, a header of
 * totals, and the totals. Files of merchants in public code begin with a byte order mark and end
 * their lines with CRLF; the documentation names neither.
 */
final class BillService {
  /** The bill of a day is written at this time of the next one. */
  static final LocalTime WRITTEN = LocalTime.of(10, 0);

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String END_OF_LINE = "\r\n";

  private final WechatBooks books;
  private final FaultBoard<String, WechatFaults> faults;
  private final BillLines lines;
  private final ExtraLines extras = new ExtraLines();

  BillService(WechatBooks books, FaultBoard<String, WechatFaults> faults, FakeWechatKeys keys) {
    this.books = books;
    this.faults = faults;
    this.lines = new BillLines(keys);
  }

  /** The fault of all files. */
  BillFault fault() {
    return faults.of(null).bill();
  }

  ExtraLines extras() {
    return extras;
  }

  /** Returns empty for a day without a line. */
  Optional<String> write(BillDay day, BillType type) {
    List<BillLine> listed =
        Stream.concat(
                books.all().stream().flatMap(trade -> linesOf(trade, day, type)),
                extras.of(day).map(lines::of).filter(line -> type.holds(line, false)))
            .sorted(BillLine.BY_TIME)
            .toList();
    return listed.isEmpty() ? Optional.empty() : Optional.of(written(type, listed));
  }

  private Stream<BillLine> linesOf(WechatTrade trade, BillDay day, BillType type) {
    BillFault fault = faults.of(trade.outTradeNo()).bill();
    return lines
        .of(trade, fault.listed(day), day.next().at(WRITTEN))
        .filter(line -> type.holds(line, fault == BillFault.RECHARGED))
        .map(line -> line.spoiled(fault))
        .flatMap(line -> nCopies(fault.copies(line.isRefund()), line).stream());
  }

  private String written(BillType type, List<BillLine> listed) {
    BillAmounts sums =
        listed.stream().map(BillLine::amounts).reduce(BillAmounts.ZERO, BillAmounts::plus);
    List<String> columns = type.columns();
    Map<String, String> totals = new HashMap<>(sums.totals(fault()));
    totals.put("总交易单数", Integer.toString(listed.size()));
    return Stream.of(
            Stream.of(String.join(",", columns)),
            listed.stream().map(line -> line.written(columns)),
            Stream.of(String.join(",", type.totals())),
            Stream.of(BillLine.written(totals, type.totals())))
        .flatMap(part -> part)
        .collect(Collectors.joining(END_OF_LINE, BYTE_ORDER_MARK, END_OF_LINE));
  }
}
