package com.yuge.payment.app.proof;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.PayRequest;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.order.Settlement;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.LateSuccess;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Consumer;

/** Pay orders as the service makes them; each fails and is paid after all, so it has two events. */
record Payments(CreatePayOrder create, SettlePayOrder settle) {
  private static final Money AMOUNT = Money.cny(new BigDecimal("99.90"));

  /** Tells each event's id as soon as it is surely committed. */
  PayNo one(Consumer<String> committed) {
    OrderNo orderNo = new OrderNo(UUID.randomUUID().toString().replace("-", ""));
    PayNo payNo =
        create.handle(new PayRequest(orderNo, AMOUNT, PayChannel.MOCK, null)).order().payNo();
    TradeNo trade = new TradeNo("MOCK_" + payNo);
    committed.accept(eventId(settle(new ChannelWord(payNo, Verdict.FAILED, trade, null, null))));
    committed.accept(eventId(settle(new ChannelWord(payNo, Verdict.SUCCESS, trade, AMOUNT, null))));
    return payNo;
  }

  void several(int count) {
    for (int i = 0; i < count; i++) {
      PayNo unused = one(committed -> {});
    }
  }

  private Settlement settle(ChannelWord word) {
    return settle.handle(word, Action.NOTIFY).orElseThrow();
  }

  private static String eventId(Settlement settlement) {
    if (settlement instanceof Applied applied) {
      return applied.event().eventId().value();
    }
    if (settlement instanceof LateSuccess late) {
      return late.event().eventId().value();
    }
    throw new IllegalStateException("no event of " + settlement);
  }
}
