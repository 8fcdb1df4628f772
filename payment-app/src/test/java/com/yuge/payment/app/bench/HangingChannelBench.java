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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What payers of MOCK and Alipay wait more while WeChat Pay hangs and its payers keep coming. */
class HangingChannelBench {
  private static final int CALLS_PER_SECOND = 40;
  private static final int ORDERS = 800;

  /** More than may call one channel at once. */
  private static final int PAYERS = 120;

  private final AtomicBoolean over = new AtomicBoolean();
  private final ConstantRate rate = new ConstantRate(CALLS_PER_SECOND);
  private final LatencyReport report =
      new LatencyReport(
          "hanging-channel",
          "%d payments opened a second, half by MOCK and half by Alipay; %d payers of WeChat Pay"
              .formatted(CALLS_PER_SECOND, PAYERS));

  @Test
  void payersOfOtherChannels() throws Exception {
    try (RealChannels channels = RealChannels.start("bench_channels")) {
      PaymentApi api = channels.api();
      Histogram unused = rate.run(others(api));
      report.add("every channel answers", rate.run(others(api)));
      List<Runnable> calls = others(api);
      channels.wechat().client().spoil(WechatFaults.ofAnswers(OfAnswer.HANG, Call.NATIVE));
      ExecutorService payers = Executors.newFixedThreadPool(PAYERS);
      try {
        IntStream.range(0, PAYERS)
            .mapToObj(n -> created(api, "WECHAT"))
            .forEach(stuck -> payers.execute(() -> payInVain(api, stuck)));
        report.add("WeChat Pay hangs", rate.run(calls));
      } finally {
        over.set(true);
        payers.shutdown();
        assertThat(payers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      }
    }
    report.write();
  }

  private static List<Runnable> others(PaymentApi api) {
    return IntStream.range(0, ORDERS)
        .mapToObj(n -> created(api, n % 2 == 0 ? "MOCK" : "ALIPAY"))
        .<Runnable>map(payNo -> () -> assertThat(api.pay(payNo).http()).isEqualTo(200))
        .toList();
  }

  private static String created(PaymentApi api, String channel) {
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    return api.post("/payments", Map.of("orderNo", orderNo, "amount", "7.00", "channel", channel))
        .text("payNo");
  }

  private void payInVain(PaymentApi api, String payNo) {
    while (!over.get()) {
      int unused = api.pay(payNo).http();
    }
  }
}
