package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.MockChannelService;
import com.yuge.payment.channelfakes.mock.MockChannelSettings;
import com.yuge.payment.channelfakes.mock.RefundFaults;
import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fixtures.TestChannels;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The MOCK channel. */
final class MockDesk implements Desk {
  private static final String SECRET = "secret";
  private static final Faults SILENT = Faults.ofCallbacks(OfCallbacks.HELD);

  private final MockChannelService service;
  private final MockChannelClient client;

  MockDesk(Path folder, Clock clock) {
    Path journal = folder.resolve(UUID.randomUUID().toString());
    this.service = MockChannelService.start(new MockChannelSettings(0, journal, SECRET, 1), clock);
    this.client = new MockChannelClient(service.url());
  }

  @Override
  public PayChannel channel() {
    return TestChannels.MOCK;
  }

  @Override
  public List<String> settings() {
    return List.of(
        "payment.mock.url=" + service.url(),
        "payment.mock.fee-rate=0.0060",
        "payment.callback-secret=" + SECRET,
        "server.port=9");
  }

  @Override
  public String pay(String payNo, String amount) {
    return client.pay(payNo, amount);
  }

  @Override
  public void spoil(String payNo, BillFault fault) {
    client.spoil(payNo, SILENT.with(fault));
  }

  @Override
  public void refundsGo(String payNo, Refunding refunding) {
    client.spoil(
        payNo,
        switch (refunding) {
          case AT_ONCE -> SILENT;
          case LATE -> SILENT.with(RefundFaults.of(OfRefund.SLOW));
          case REFUSED -> SILENT.with(RefundFaults.of(OfRefund.REFUSED));
          case UNANSWERED ->
              Faults.ofAnswers(OfAnswer.ERROR, Call.REFUND, Call.QUERY_REFUND)
                  .with(OfCallbacks.HELD);
          case DONE_AFTER_REFUSED -> SILENT.with(RefundFaults.of(OfRefund.DONE_AFTER_REFUSED));
        });
  }

  @Override
  public void couponPays(String payNo, BigDecimal part) {
    throw new UnsupportedOperationException("MOCK has no coupons");
  }

  @Override
  public void refundIsDone(String refundNo) {
    client.decideRefund(refundNo, "SUCCESS");
  }

  @Override
  public void spoilFiles(BillFault fault) {
    client.spoilAll(SILENT.with(fault));
  }

  @Override
  public void plant(List<ExtraLine> lines) {
    client.plant(lines.toArray(ExtraLine[]::new));
  }

  @Override
  public boolean isLenient() {
    return true;
  }

  @Override
  public void close() {
    service.close();
  }
}
