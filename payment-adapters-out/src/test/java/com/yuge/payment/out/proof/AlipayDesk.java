package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.alipay.AlipayFaults;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfNotification;
import com.yuge.payment.channelfakes.alipay.FakeAlipay;
import com.yuge.payment.channelfakes.alipay.FakeAlipayClient;
import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.channelfakes.alipay.FakeAlipaySettings;
import com.yuge.payment.channelfakes.alipay.RefundFault;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fixtures.TestChannels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Alipay. */
final class AlipayDesk implements Desk {
  private static final AlipayFaults SILENT = AlipayFaults.ofNotifications(OfNotification.HELD);

  private static final FakeAlipayKeys KEYS = FakeAlipayKeys.ofThisJvm();
  private final Path folder;
  private final FakeAlipay fake;
  private final FakeAlipayClient client;

  AlipayDesk(Path folder, Clock clock) {
    this.folder = folder.resolve("alipay");
    try {
      KEYS.write(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.fake = FakeAlipay.start(new FakeAlipaySettings(0, KEYS, 1), clock);
    this.client = fake.client();
  }

  @Override
  public PayChannel channel() {
    return TestChannels.ALIPAY;
  }

  @Override
  public List<String> settings() {
    return List.of(
        "payment.alipay.enabled=true",
        "payment.alipay.check-on-start=false",
        "payment.alipay.gateway-url=" + fake.gatewayUrl(),
        "payment.alipay.app-id=" + KEYS.appId(),
        "payment.alipay.seller-id=" + KEYS.sellerId(),
        "payment.alipay.private-key-file=" + folder.resolve(FakeAlipayKeys.PRIVATE_KEY_FILE),
        "payment.alipay.alipay-public-key-file="
            + folder.resolve(FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE),
        "payment.alipay.notify-base-url=http://127.0.0.1:9",
        "payment.alipay.fee-rate=0.0060");
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
          case LATE -> SILENT.with(RefundFault.of(RefundFault.Kind.LATE));
          case REFUSED -> SILENT.with(RefundFault.of(RefundFault.Kind.REFUSED));
          case UNANSWERED -> SILENT.with(OfAnswer.ERROR, Call.REFUND, Call.QUERY_REFUND);
          case DONE_AFTER_REFUSED ->
              SILENT.with(RefundFault.of(RefundFault.Kind.DONE_AFTER_REFUSED));
        });
  }

  @Override
  public void couponPays(String payNo, BigDecimal part) {
    client.spoil(payNo, SILENT.coupon(part));
  }

  @Override
  public void refundIsDone(String refundNo) {
    client.decideRefund(refundNo, "SUCCESS");
  }

  @Override
  public void spoilFiles(BillFault fault) {
    client.spoil(SILENT.with(fault));
  }

  @Override
  public void plant(List<ExtraLine> lines) {
    client.plant(lines.toArray(ExtraLine[]::new));
  }

  @Override
  public boolean isLenient() {
    return false;
  }

  @Override
  public void close() {
    fake.close();
  }
}
