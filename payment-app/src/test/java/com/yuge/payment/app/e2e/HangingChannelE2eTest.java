package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.channelfakes.wechat.FakeWechatClient;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** WeChat Pay answers nothing; there are many more of its payers than calls at once. */
class HangingChannelE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int CALLS_AT_ONCE = 64;

  /** So long that no busy machine makes another channel's payer wait as long. */
  private static final Duration HANGS = Duration.ofSeconds(10);

  private static final RealChannels CHANNELS =
      RealChannels.start(
          "payment_hanging_channel",
          List.of(
              "--payment.wechat.read-timeout=" + HANGS.toSeconds() + "s",
              "--payment.wechat.deadline=" + HANGS.toSeconds() + "s"));

  private final PaymentApi api = CHANNELS.api();
  private final FakeWechatClient wechat = CHANNELS.wechat().client();

  @AfterAll
  static void end() {
    CHANNELS.close();
  }

  @Test
  void itHoldsUpNoOther() throws Exception {
    List<String> stuck = created("WECHAT", 100);
    List<String> free = new ArrayList<>(created("MOCK", 20));
    free.addAll(created("ALIPAY", 20));
    wechat.spoil(WechatFaults.ofAnswers(OfAnswer.HANG, Call.NATIVE));
    FutureTask<List<Opened>> hanging = new FutureTask<>(() -> opened(stuck));
    new Thread(hanging, "payers of WeChat Pay").start();
    await().atMost(SOON).until(() -> wechat.calls(Call.NATIVE) >= CALLS_AT_ONCE);

    List<Opened> others = opened(free);

    assertThat(others).extracting(Opened::http).containsOnly(200);
    assertThat(others).allMatch(payer -> payer.waited().compareTo(HANGS.dividedBy(2)) < 0);
    assertThat(hanging.isDone()).isFalse();
    assertThat(hanging.get()).extracting(Opened::http).containsOnly(502);
    wechat.behave();
    await().atMost(SOON).until(() -> api.pay(stuck.get(0)).http() == 200);
  }

  /** How a payer's call ended, and after what time. */
  private record Opened(int http, Duration waited) {}

  private List<Opened> opened(List<String> payNos) throws InterruptedException {
    return Parallel.run(
        payNos.stream().<Callable<Opened>>map(payNo -> () -> opened(payNo)).toList());
  }

  private Opened opened(String payNo) {
    long start = System.nanoTime();
    int http = api.pay(payNo).http();
    return new Opened(http, Duration.ofNanos(System.nanoTime() - start));
  }

  private List<String> created(String channel, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> UUID.randomUUID().toString().replace("-", ""))
        .map(orderNo -> Map.of("orderNo", orderNo, "amount", "5.00", "channel", channel))
        .map(order -> api.post("/payments", order).text("payNo"))
        .toList();
  }
}
