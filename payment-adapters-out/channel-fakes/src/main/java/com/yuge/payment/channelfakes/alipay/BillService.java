package com.yuge.payment.channelfakes.alipay;

import static java.util.Collections.nCopies;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLines;
import com.yuge.payment.channelfakes.http.Content;
import com.yuge.payment.channelfakes.http.FaultBoard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes trade bills from the books: a ZIP of two files, whose texts and names are in GBK. */
final class BillService {
  static final Charset GBK = Charset.forName("GBK");

  /** In published bills the merchant's number ends like this. */
  private static final String ACCOUNT_END = "0156";

  private final Books books;
  private final FaultBoard<String, AlipayFaults> faults;
  private final String account;
  private final ExtraLines extras = new ExtraLines();

  BillService(Books books, FaultBoard<String, AlipayFaults> faults, String sellerId) {
    this.books = books;
    this.faults = faults;
    this.account = sellerId + ACCOUNT_END;
  }

  /** The fault of all files. */
  BillFault fault() {
    return faults.of(null).bill();
  }

  ExtraLines extras() {
    return extras;
  }

  /** Returns empty for a day without a line. */
  Optional<Content> write(BillDay day) {
    List<BillLine> lines =
        Stream.concat(
                books.all().stream().flatMap(trade -> linesOf(trade, day)),
                extras.of(day).map(BillLine::of))
            .sorted(BillLine.BY_TIME)
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(zip(new TradeBill(account, day, lines, fault())));
  }

  private Stream<BillLine> linesOf(BookedTrade trade, BillDay day) {
    BillFault fault = faults.of(trade.outTradeNo()).bill();
    return BillLine.of(trade, fault.listed(day))
        .map(line -> line.spoiled(fault))
        .flatMap(line -> nCopies(fault.copies(line.isRefund()), line).stream());
  }

  private static Content zip(TradeBill bill) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
      add(zip, bill, "_业务明细.csv", bill.details());
      add(zip, bill, "_业务明细(汇总).csv", bill.summary());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Content.of(bytes.toByteArray());
  }

  // The time is fixed, because the current time would change the file every two seconds.
  private static void add(ZipOutputStream zip, TradeBill bill, String name, String text)
      throws IOException {
    ZipEntry entry = new ZipEntry(bill.name() + name);
    entry.setTimeLocal(bill.written());
    zip.putNextEntry(entry);
    zip.write(text.getBytes(GBK));
    zip.closeEntry();
  }
}
