package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.wechat.FakeWechat;
import com.yuge.payment.channelfakes.wechat.FakeWechatClient;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.channelfakes.wechat.FakeWechatSettings;
import com.yuge.payment.channelfakes.wechat.NotificationFaults;
import com.yuge.payment.channelfakes.wechat.RefundFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fixtures.TestChannels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** WeChat Pay. */
final class WechatDesk implements Desk {
  private static final WechatFaults SILENT =
      WechatFaults.ofNotifications(NotificationFaults.of(NotificationFaults.Kind.HELD));

  private static final FakeWechatKeys KEYS = FakeWechatKeys.ofThisJvm();
  private final Path folder;
  private final FakeWechat fake;
  private final FakeWechatClient client;

  WechatDesk(Path folder, Clock clock) {
    this.folder = folder.resolve("wechat");
    try {
      KEYS.write(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The SDK signs requests by the system's clock.
    this.fake = FakeWechat.start(new FakeWechatSettings(0, KEYS, 1), clock, Clock.systemUTC());
    this.client = fake.client();
  }

  @Override
  public PayChannel channel() {
    return TestChannels.WECHAT;
  }

  @Override
  public List<String> settings() {
    return List.of(
        "payment.wechat.enabled=true",
        "payment.wechat.check-on-start=false",
        "payment.wechat.url=" + fake.url(),
        "payment.wechat.mch-id=" + KEYS.mchId(),
        "payment.wechat.app-id=" + KEYS.appId(),
        "payment.wechat.api-v3-key=" + KEYS.apiV3Key(),
        "payment.wechat.merchant-serial=" + KEYS.merchantSerial(),
        "payment.wechat.private-key-file=" + folder.resolve(FakeWechatKeys.PRIVATE_KEY_FILE),
        "payment.wechat.public-key-id=" + KEYS.platformPublicKeyId(),
        "payment.wechat.public-key-file=" + folder.resolve(FakeWechatKeys.PUBLIC_KEY_FILE),
        "payment.wechat.notify-base-url=http://127.0.0.1:9",
        "payment.wechat.fee-rate=0.0060");
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
          case LATE -> SILENT.with(RefundFaults.of(RefundFaults.Kind.LATE));
          case REFUSED -> SILENT.with(RefundFaults.of(RefundFaults.Kind.REFUSED));
          case UNANSWERED -> SILENT.with(OfAnswer.ERROR, Call.REFUND, Call.QUERY_REFUND);
          case DONE_AFTER_REFUSED ->
              throw new IllegalArgumentException("WeChat Pay makes no refund that it refused");
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
    return true;
  }

  @Override
  public void close() {
    fake.close();
  }
}
