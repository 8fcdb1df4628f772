package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedTrade.Scan;
import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment or a refund in a bill.
 *
 * @param outRequestNo the refund's number; null if it is a payment
 * @param doneAt when the money moved
 */
record BillLine(Names names, @Nullable String outRequestNo, Instant doneAt, BillAmounts amounts) {
  static final Comparator<BillLine> BY_TIME = Comparator.comparing(BillLine::doneAt);

  /** What the lines of one trade have in common. */
  record Names(String tradeNo, String outTradeNo, String subject, Instant openedAt) {
    static Names of(BookedTrade trade) {
      Scan scan = Objects.requireNonNull(trade.scan(), "a paid trade was opened");
      return new Names(scan.tradeNo(), trade.outTradeNo(), trade.terms().subject(), scan.at());
    }
  }

  /** The columns of the file, the same as in the bills of merchants in public code. */
  static final String COLUMNS =
      "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
          + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
          + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";

  private static final String NONE = "0.00";
  private static final String TAB = "\t";

  /** Returns the lines of a day: a payment and each refund that is done. */
  static Stream<BillLine> of(BookedTrade trade, BillDay day) {
    Payment payment = trade.payment();
    if (payment == null) {
      return Stream.empty();
    }
    Names names = Names.of(trade);
    BillLine paid = new BillLine(names, null, payment.at(), BillAmounts.of(payment));
    return Stream.concat(
            Stream.of(paid),
            trade.refunds().stream().flatMap(refund -> of(names, payment, refund).stream()))
        .filter(line -> day.contains(line.doneAt));
  }

  private static Optional<BillLine> of(Names names, Payment payment, BookedRefund refund) {
    BillAmounts amounts = BillAmounts.of(payment, refund);
    return Optional.ofNullable(refund.doneAt())
        .map(doneAt -> new BillLine(names, refund.outRequestNo(), doneAt, amounts));
  }

  /** A line that is in no books. */
  static BillLine of(ExtraLine extra) {
    Names names = new Names(extra.tradeNo(), extra.outTradeNo(), "another system's", extra.at());
    return new BillLine(names, extra.outRefundNo(), extra.at(), BillAmounts.of(extra));
  }

  boolean isRefund() {
    return outRequestNo != null;
  }

  BillLine spoiled(BillFault fault) {
    return new BillLine(names, outRequestNo, doneAt, amounts.spoiled(fault));
  }

  /** A text that a spreadsheet must not take for a number ends with a tab, even an empty text. */
  String written() {
    List<String> cells =
        List.of(
            names.tradeNo() + TAB,
            names.outTradeNo() + TAB,
            (isRefund() ? "退款" : "交易") + TAB,
            withoutSeparators(names.subject()),
            BillDay.text(names.openedAt()),
            BillDay.text(doneAt),
            TAB,
            TAB,
            TAB,
            TAB,
            Buyer.NAMED + TAB,
            amounts.order().toPlainString(),
            amounts.received().toPlainString(),
            NONE,
            NONE,
            NONE,
            amounts.coupon().toPlainString(),
            NONE,
            "",
            NONE + TAB,
            NONE,
            Objects.toString(outRequestNo, "") + TAB,
            amounts.fee().toPlainString(),
            NONE,
            "");
    return String.join(",", cells);
  }

  // Alipay does not document how its bills show a comma in a subject.
  private static String withoutSeparators(String subject) {
    return subject.replaceAll("[,\"\\t\\r\\n]", " ");
  }
}
