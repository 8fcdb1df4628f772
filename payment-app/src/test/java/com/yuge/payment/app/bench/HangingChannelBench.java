package com.yuge.payment.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.RealChannels;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What payers of MOCK and Alipay wait more while WeChat Pay hangs and its payers keep coming. */
class HangingChannelBench {
  private static final int CALLS_PER_SECOND = 30;

  /** A minute of each kind. */
  private static final int ORDERS = 1_800;

  private final ConstantRate rate = new ConstantRate(CALLS_PER_SECOND);
  private final LatencyReport report =
      new LatencyReport(
          "hanging-channel",
          "%d payments opened a second by MOCK and Alipay, and as many by WeChat Pay beside them"
              .formatted(CALLS_PER_SECOND));

  @Test
  void payersOfOtherChannels() throws Exception {
    try (RealChannels channels = RealChannels.start("bench_channels")) {
      PaymentApi api = channels.api();
      Histogram unused = besideWechat(api, 200);
      report.add("every channel answers", besideWechat(api, 200));
      channels.wechat().client().spoil(WechatFaults.ofAnswers(OfAnswer.HANG, Call.NATIVE));
      report.add("WeChat Pay hangs", besideWechat(api, 502));
    }
    report.write();
  }

  /** The latencies of the others, whom their channel always answers. */
  private Histogram besideWechat(PaymentApi api, int ofWechat) throws Exception {
    List<Runnable> others = payers(api, 200, "MOCK", "ALIPAY");
    List<Runnable> wechat = payers(api, ofWechat, "WECHAT");
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try {
      Future<Histogram> theirs = beside.submit(() -> rate.run(wechat));
      Histogram latencies = rate.run(others);
      Histogram unused = theirs.get();
      return latencies;
    } finally {
      beside.shutdownNow();
    }
  }

  private static List<Runnable> payers(PaymentApi api, int http, String... channels) {
    return IntStream.range(0, ORDERS)
        .mapToObj(n -> created(api, channels[n % channels.length]))
        .<Runnable>map(payNo -> () -> assertThat(api.pay(payNo).http()).isEqualTo(http))
        .toList();
  }

  private static String created(PaymentApi api, String channel) {
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    return api.post("/payments", Map.of("orderNo", orderNo, "amount", "7.00", "channel", channel))
        .text("payNo");
  }
}
