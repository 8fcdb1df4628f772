package com.yuge.payment.channelfakes.mock;

import static java.util.Collections.nCopies;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLines;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes statements from the books: a header, a line for each payment and refund of a day in
 * Beijing, a header of totals, and the totals.
 */
final class StatementService {
  private static final String TOTALS = "total_lines,total_paid,total_refunded,total_fees";

  private final Books books;
  private final FaultBoard<PayNo, Faults> faults;
  private final ExtraLines extras = new ExtraLines();

  StatementService(Books books, FaultBoard<PayNo, Faults> faults) {
    this.books = books;
    this.faults = faults;
  }

  /** The fault of all files. */
  BillFault fault() {
    return faults.of(null).bill();
  }

  ExtraLines extras() {
    return extras;
  }

  /** Returns empty for a day without a line. */
  Optional<String> write(BillDay day) {
    List<StatementLine> lines =
        Stream.concat(
                books.all().stream().flatMap(trade -> linesOf(trade, day)),
                extras.of(day).map(StatementLine::of))
            .sorted(StatementLine.BY_TIME)
            .toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(written(lines));
  }

  private Stream<StatementLine> linesOf(BookedTrade trade, BillDay day) {
    BillFault fault = faults.of(trade.payNo()).bill();
    return StatementLine.of(trade, fault.listed(day))
        .map(line -> line.spoiled(fault))
        .flatMap(line -> nCopies(fault.copies(line.isRefund()), line).stream());
  }

  private String written(List<StatementLine> lines) {
    String totals =
        String.join(
            ",",
            Integer.toString(lines.size()),
            sum(lines, line -> !line.isGivenBack(), StatementLine::amount),
            sum(lines, StatementLine::isGivenBack, StatementLine::amount),
            sum(lines, line -> true, StatementLine::fee));
    return Stream.of(
            Stream.of(StatementLine.COLUMNS),
            lines.stream().map(StatementLine::written),
            Stream.of(TOTALS, totals))
        .flatMap(part -> part)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String sum(
      List<StatementLine> lines,
      Predicate<StatementLine> counted,
      Function<StatementLine, BigDecimal> amount) {
    BigDecimal sum =
        lines.stream().filter(counted).map(amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    return fault().total(sum).toPlainString();
  }
}
