package com.yuge.payment.domain.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawCallbackTest {
  private final byte[] body = {1, 2};
  private final RawCallback raw =
      new RawCallback("payments", Map.of("X-Key", "k1", "x-empty", ""), body);

  @Test
  void aHeaderIsFoundHoweverItsNameIsWritten() {
    assertThat(raw.header("x-KEY")).contains("k1");
    assertThat(raw.header("X-Empty")).contains("");
    assertThat(raw.header("X-Other")).isEmpty();
  }

  @Test
  void theBodyStaysAsItCame() {
    body[0] = 9;
    raw.body()[1] = 9;

    assertThat(raw.body()).containsExactly(1, 2);
    assertThat(raw.kind()).isEqualTo("payments");
  }

  @Test
  void aRuleIsBrokenByWhatIsMalformedAndByNothingElse() {
    InvalidValue invalid = new InvalidValue("nonce", "nonce");

    assertThat(Refused.malformed(invalid, CallbackClaim.NONE).invalid()).isSameAs(invalid);
    assertThat(Refused.because(RefusalReason.BAD_SIGNATURE, CallbackClaim.NONE).invalid()).isNull();
    assertThatThrownBy(() -> Refused.because(RefusalReason.MALFORMED, CallbackClaim.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Refused(RefusalReason.BAD_SIGNATURE, CallbackClaim.NONE, invalid))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
