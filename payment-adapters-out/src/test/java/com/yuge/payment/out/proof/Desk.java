package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.domain.channel.PayChannel;
import java.math.BigDecimal;
import java.util.List;

/**
 * A fake channel, for a payer and a tester in one. It sends no callbacks: what we hear, we ask for.
 */
interface Desk extends AutoCloseable {
  PayChannel channel();

  /** What the service is told of the channel, such as {@code payment.mock.url=...}. */
  List<String> settings();

  /** Pays this amount, whatever became of the trade; returns the payment's number. */
  String pay(String payNo, String amount);

  /** Spoils the lines of one trade from now on, and nothing else of it. */
  void spoil(String payNo, BillFault fault);

  /** How new refunds of one trade go from now on. */
  void refundsGo(String payNo, Refunding refunding);

  /** A coupon of the merchant pays a part of the next payments of one trade. */
  void couponPays(String payNo, BigDecimal part);

  /** The money of a refund that takes its time has gone back. */
  void refundIsDone(String refundNo);

  /** Spoils all files. */
  void spoilFiles(BillFault fault);

  /** Sets the lines that are in no books. */
  void plant(List<ExtraLine> lines);

  /** Whether a trade may be paid twice, and a payment revoked. */
  boolean isLenient();

  @Override
  void close();

  /** How the channel makes a refund. */
  enum Refunding {
    AT_ONCE,
    /** It accepts it, and makes it later. */
    LATE,
    /** It refuses it. */
    REFUSED,
    /** It makes it, but no answer comes. */
    UNANSWERED,
    /** It refuses it, and makes it later. */
    DONE_AFTER_REFUSED
  }
}
