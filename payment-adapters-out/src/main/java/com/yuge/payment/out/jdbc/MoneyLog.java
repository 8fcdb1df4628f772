package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line for each payment that an operator must handle, however it was received. */
record MoneyLog(Transactions transactions) {
  private static final Logger log = LoggerFactory.getLogger(MoneyLog.class);

  void received(PaidTrade trade) {
    if (!trade.isUnapplied()) {
      return;
    }
    transactions.afterCommit(
        () ->
            log.info(
                "Pay order {}: {} payment, trade {} of {}, amount {}; it waits for an operator",
                trade.payNo(),
                trade.kind(),
                trade.tradeNo(),
                trade.channel(),
                amount(trade.amount())));
  }

  void amountSaid(PaidTrade before, PaidTrade next) {
    if (next.state() == State.OPEN && before.state() != State.OPEN) {
      transactions.afterCommit(
          () ->
              log.info(
                  "Pay order {}: trade {} of {} was {}, not what was owed or said before; it waits"
                      + " for an operator",
                  next.payNo(),
                  next.tradeNo(),
                  next.channel(),
                  amount(next.amount())));
    }
  }

  void claimed(TradeClaim claim) {
    transactions.afterCommit(
        () ->
            log.info(
                "Pay order {}: {} named trade {} for it, which belongs to another pay order",
                claim.payNo(),
                claim.channel(),
                claim.tradeNo()));
  }

  private static String amount(@Nullable Money amount) {
    return amount == null ? "not said yet" : amount.toString();
  }
}
