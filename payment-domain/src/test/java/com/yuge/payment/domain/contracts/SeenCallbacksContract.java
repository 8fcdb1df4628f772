package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.fixtures.TestChannels;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link SeenCallbacks} holds to while what it remembers in is there. */
public abstract class SeenCallbacksContract {
  private final CallbackId id = new CallbackId(aNonce());

  protected abstract SeenCallbacks seen();

  @Test
  void whatWasNeverSeenIsNotRemembered() {
    seen().remember(TestChannels.MOCK, new CallbackId(aNonce()));

    assertThat(seen().remembers(TestChannels.MOCK, id)).isFalse();
  }

  @Test
  void whatWasSeenIsRememberedAndMayBeSeenAgain() {
    seen().remember(TestChannels.MOCK, id);
    assertThat(seen().remembers(TestChannels.MOCK, id)).isTrue();

    seen().remember(TestChannels.MOCK, id);
    assertThat(seen().remembers(TestChannels.MOCK, id)).isTrue();
  }

  @Test
  void anotherChannelsIdIsAnotherId() {
    seen().remember(TestChannels.MOCK, id);

    assertThat(seen().remembers(TestChannels.ALIPAY, id)).isFalse();
  }
}
