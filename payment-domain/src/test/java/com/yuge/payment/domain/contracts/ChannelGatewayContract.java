package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link ChannelGateway} holds to while its channel answers. */
public abstract class ChannelGatewayContract {
  protected abstract ChannelGateway gateway();

  /** The transactions that the adapter can see; empty where it cannot know of any. */
  protected abstract Optional<Transactions> transactions();

  // By the real clock: a real channel compares it with its own.
  private final Instant expireAt = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(TIME_TO_PAY);
  private final Trade trade = new Trade(aPayNo(), PRICE, expireAt);

  @Test
  void aTradeIsOpenedOnceHoweverOftenItIsAskedFor() {
    PayUrl url = gateway().open(trade);

    assertThat(gateway().open(trade)).isEqualTo(url);
    assertThat(gateway().open(new Trade(trade.payNo(), PRICE, expireAt))).isEqualTo(url);
  }

  @Test
  void manyAtOnceAreToldOneAddress() {
    Race<PayUrl> race = Race.of(8, () -> gateway().open(trade));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).containsOnly(gateway().open(trade));
  }

  @Test
  void everyTradeHasAnAddressOfItsOwn() {
    Trade other = new Trade(aPayNo(), PRICE, expireAt);

    assertThat(gateway().open(trade)).isNotEqualTo(gateway().open(other));
  }

  @Test
  void aChannelIsNeverAskedInsideATransaction() {
    assumeThat(transactions()).as("the adapter knows of transactions").isPresent();

    assertThatThrownBy(() -> transactions().orElseThrow().call(() -> gateway().open(trade)))
        .isInstanceOf(IllegalStateException.class);
  }
}
