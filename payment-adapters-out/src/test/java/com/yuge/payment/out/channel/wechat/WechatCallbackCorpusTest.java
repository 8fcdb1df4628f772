package com.yuge.payment.out.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.out.channel.FalseCallback;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that must not settle, refund or close anything, each with its reason. */
class WechatCallbackCorpusTest {
  private static final int LEAST = 60;

  static Stream<FalseCallback> corpus() {
    return WechatCorpus.about(Notice.FIXED);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void itIsRefused(FalseCallback bad) {
    assertThat(WechatCallbackReaderTest.reader().read(bad.sent().raw()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(reason(refused)).isEqualTo(bad.reason()));
  }

  @Test
  void theCorpusIsLargeAndNamesEachCaseOnce() {
    assertThat(corpus())
        .hasSizeGreaterThan(LEAST)
        .extracting(FalseCallback::name)
        .doesNotHaveDuplicates();
  }

  private static String reason(Refused refused) {
    String field = refused.invalid() == null ? "" : " " + refused.invalid().field();
    return refused.refusal() + field;
  }
}
