package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.channel.PayChannel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallbackReadersTest {
  private final CallbackReader bank = new SomeReader("BANK_1", Set.of("payments", "refunds"));
  private final CallbackReader other = new SomeReader("OTHER", Set.of("notify"));

  private record SomeReader(PayChannel channel, Set<String> kinds) implements CallbackReader {
    SomeReader(String channel, Set<String> kinds) {
      this(new PayChannel(channel), kinds);
    }

    @Override
    public CallbackReading read(RawCallback raw) {
      return CallbackReading.Refused.because(RefusalReason.BAD_SIGNATURE, CallbackClaim.NONE);
    }

    @Override
    public Acknowledgement accepted() {
      return new Acknowledgement(200, "text/plain", "yes");
    }

    @Override
    public Acknowledgement refused(int status) {
      return new Acknowledgement(status, "text/plain", "no");
    }
  }

  @Test
  void eachKindOfEachChannelHasItsPath() {
    CallbackReaders readers = new CallbackReaders(List.of(bank, other));

    assertThat(readers.find("bank_1", "payments")).contains(bank);
    assertThat(readers.find("bank_1", "refunds")).contains(bank);
    assertThat(readers.find("other", "notify")).contains(other);
    assertThat(readers.paths())
        .containsExactlyInAnyOrder(
            "/channels/bank_1/payments", "/channels/bank_1/refunds", "/channels/other/notify");
  }

  @Test
  void whatNoChannelSendsHasNone() {
    CallbackReaders readers = new CallbackReaders(List.of(bank, other));

    assertThat(readers.find("BANK_1", "payments")).isEmpty();
    assertThat(readers.find("other", "payments")).isEmpty();
    assertThat(readers.find("other/notify", "")).isEmpty();
  }

  @Test
  void aPathIsReadByOne() {
    List<CallbackReader> twins = List.of(other, new SomeReader("OTHER", Set.of("notify")));

    assertThatThrownBy(() -> new CallbackReaders(twins))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/channels/other/notify");
  }

  /** {@link ReceiveCallback} knows what to do with these; a further kind needs a way there. */
  @Test
  void noReadingIsForgotten() {
    assertThat(CallbackReading.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            CallbackReading.Verified.class,
            CallbackReading.VerifiedRefund.class,
            CallbackReading.DecidesNothing.class,
            CallbackReading.Refused.class);
  }
}
