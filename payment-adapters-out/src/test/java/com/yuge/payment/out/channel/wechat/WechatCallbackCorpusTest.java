package com.yuge.payment.out.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.RawCallback;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that must not settle, refund or close anything, each with its reason. */
class WechatCallbackCorpusTest {
  private static final int LEAST = 60;

  /**
   * A notification to refuse.
   *
   * @param reason the refusal; for a malformed one, the field as well
   */
  record Case(String name, String reason, RawCallback raw) {
    static Case of(String name, String reason, Notice notice) {
      return new Case(name, reason, notice.raw());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> corpus() {
    return Stream.of(
            ForgedNotices.all(),
            MalformedNotices.all(),
            ForeignPayments.all(),
            ForeignRefunds.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void itIsRefused(Case bad) {
    assertThat(WechatCallbackReaderTest.reader().read(bad.raw()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(reason(refused)).isEqualTo(bad.reason()));
  }

  @Test
  void theCorpusIsLargeAndNamesEachCaseOnce() {
    assertThat(corpus()).hasSizeGreaterThan(LEAST).extracting(Case::name).doesNotHaveDuplicates();
  }

  private static String reason(Refused refused) {
    String field = refused.invalid() == null ? "" : " " + refused.invalid().field();
    return refused.refusal() + field;
  }
}
