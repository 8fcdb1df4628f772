package com.yuge.payment.in.callback;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.PayNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusedCallbacksLogTest {
  private final RefusedCallbacksLog log = new RefusedCallbacksLog();

  @AfterEach
  void endTrace() {
    MDC.clear();
  }

  @Test
  void manyAreOneWarningWithTheirCountAndTheLastOfThem(CapturedOutput output) {
    PayNo payNo = aPayNo();
    log.refused("MALFORMED", null);
    log.refused("BAD_SIGNATURE", aPayNo());
    MDC.put("traceId", "abc");
    log.refused("BAD_SIGNATURE", payNo);

    log.tell();
    log.tell();

    assertThat(output.getOut().lines().filter(line -> line.contains("Refused")))
        .singleElement()
        .asString()
        .contains("WARN", "Refused 3 callbacks", "{BAD_SIGNATURE=2, MALFORMED=1}")
        .contains("the last: BAD_SIGNATURE for " + payNo + ", trace abc");
  }

  @Test
  void withoutAnyThereIsNothingToSay(CapturedOutput output) {
    log.tell();

    assertThat(output.getOut()).doesNotContain("Refused");
  }
}
