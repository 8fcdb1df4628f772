package com.yuge.payment.in.callback;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusedCallbacksLogTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  // Such a clock may begin anywhere and run over.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - MINUTE.toNanos() / 2);
  private final RefusedCallbacksLog log = new RefusedCallbacksLog(now::get);

  @AfterEach
  void endTrace() {
    MDC.clear();
  }

  @Test
  void theFirstIsToldAtOnceAndTheOthersOfItsMinuteTogether(CapturedOutput output) {
    PayNo payNo = aPayNo();
    log.refused("MALFORMED", null);
    assertThat(warnings(output)).singleElement().asString().contains("WARN", "{MALFORMED=1}");

    log.refused("MALFORMED", null);
    log.refused("BAD_SIGNATURE", aPayNo());
    MDC.put("traceId", "abc");
    log.refused("BAD_SIGNATURE", payNo);
    passes(MINUTE.minusSeconds(1));
    log.logWhenDue();
    assertThat(warnings(output)).hasSize(1);

    passes(Duration.ofSeconds(1));
    log.logWhenDue();
    log.logWhenDue();

    assertThat(warnings(output)).hasSize(2);
    assertThat(warnings(output).get(1))
        .contains("Refused callbacks: 3 since", "{BAD_SIGNATURE=2, MALFORMED=1}")
        .contains("the last: BAD_SIGNATURE for " + payNo + ", trace abc");
  }

  @Test
  void theEndOfTheServiceLeavesNothingUnsaid(CapturedOutput output) {
    log.refused("MALFORMED", null);
    log.refused("MALFORMED", null);
    log.flush();

    assertThat(warnings(output)).hasSize(2);
  }

  @Test
  void withoutAnyThereIsNothingToSay(CapturedOutput output) {
    log.logWhenDue();
    log.flush();

    assertThat(warnings(output)).isEmpty();
  }

  private void passes(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static List<String> warnings(CapturedOutput output) {
    return output.getOut().lines().filter(line -> line.contains("Refused")).toList();
  }
}
