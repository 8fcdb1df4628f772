package com.yuge.payment.domain.channel;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fakes.FakeStatements;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelsTest {
  @Test
  void aConfiguredChannelIsFound() {
    FakeChannel mock = new FakeChannel();

    assertThat(new Channels(List.of(mock)).gateway(TestChannels.MOCK)).isSameAs(mock);
  }

  @Test
  void aChannelThatIsNotConfiguredIsUnavailable() {
    Channels channels = new Channels(List.of(new FakeChannel()));

    assertThat(channels.has(TestChannels.MOCK)).isTrue();
    assertThat(channels.has(TestChannels.WECHAT)).isFalse();
    assertThatExceptionOfType(ChannelUnavailable.class)
        .isThrownBy(() -> channels.gateway(TestChannels.WECHAT))
        .satisfies(away -> assertThat(away.channel()).isEqualTo(TestChannels.WECHAT));
  }

  @Test
  void twoGatewaysOfOneChannelAreAMistake() {
    assertThatThrownBy(() -> new Channels(List.of(new FakeChannel(), new FakeChannel())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MOCK");
  }

  @Test
  void refundsAreACapabilityOfTheirOwn() {
    FakeRefunds refunds = new FakeRefunds(new InMemoryStore());
    Channels both = new Channels(List.of(new FakeChannel()), List.of(refunds));
    Channels payments = new Channels(List.of(new FakeChannel()));

    assertThat(both.refunds(TestChannels.MOCK)).isSameAs(refunds);
    assertThatExceptionOfType(ChannelUnavailable.class)
        .isThrownBy(() -> payments.refunds(TestChannels.MOCK))
        .withMessageContaining("refunds");
    assertThatThrownBy(() -> new Channels(List.of(), List.of(refunds, refunds)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MOCK");
  }

  @Test
  void statementsAreACapabilityOfTheirOwnInTheOrderOfTheNames() {
    InMemoryStore store = new InMemoryStore();
    FakeStatements mock = new FakeStatements(store, TestChannels.MOCK);
    FakeStatements alipay = new FakeStatements(store, TestChannels.ALIPAY);
    Channels channels = new Channels(List.of(), List.of(), List.of(mock, alipay));

    assertThat(channels.statements()).containsExactly(alipay, mock);
    assertThat(channels.statements(TestChannels.MOCK)).isSameAs(mock);
    assertThatExceptionOfType(ChannelUnavailable.class)
        .isThrownBy(() -> channels.statements(TestChannels.WECHAT))
        .withMessageContaining("statements");
    assertThatThrownBy(() -> new Channels(List.of(), List.of(), List.of(mock, mock)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MOCK");
  }

  @Test
  void aPaymentHasATradeAndAFailureNeedNone() {
    assertThatThrownBy(() -> new ChannelResult(aPayNo(), Status.SUCCESS, null, null, null))
        .isInstanceOf(InvalidValue.class);
    assertThat(new ChannelResult(aPayNo(), Status.FAILED, null, null, null).isPaid()).isFalse();
  }

  @Test
  void aPayUrlIsVisibleAsciiUpTo512Long() {
    assertThat(new PayUrl("x".repeat(512)).value()).hasSize(512);
    assertThatThrownBy(() -> new PayUrl("x".repeat(513))).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new PayUrl("http://x/ y")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new PayUrl("")).isInstanceOf(InvalidValue.class);
  }
}
