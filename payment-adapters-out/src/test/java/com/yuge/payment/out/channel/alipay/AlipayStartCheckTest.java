package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.out.channel.alipay.AlipayDesk.ACCOUNT;
import static com.yuge.payment.out.channel.alipay.AlipayDesk.LONG;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys are right here, so only the clock can end the start. */
class AlipayStartCheckTest {
  private final AlipayDesk desk = new AlipayDesk();

  @AfterEach
  void end() {
    desk.close();
  }

  private AlipayStartCheck check(int seconds) {
    AlipayCalls calls =
        new AlipayCalls(
            new ChannelHttp(new CallLimits(LONG, LONG, LONG), ObservationRegistry.NOOP),
            new AlipayRequests(desk.gateway(), Clock.systemUTC()));
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    return new AlipayStartCheck(new AlipayAccounts(List.of(ACCOUNT)), calls, clock);
  }

  @ParameterizedTest
  @ValueSource(ints = {-330, 330})
  void aClockThatIsWrongEndsTheStart(int seconds) {
    assertThatThrownBy(check(seconds)::afterSingletonsInstantiated)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("payment.alipay.* does not work at Alipay");
  }

  @ParameterizedTest
  @ValueSource(ints = {-270, 270})
  void aClockThatIsAlmostRightDoesNot(int seconds) {
    assertThatCode(check(seconds)::afterSingletonsInstantiated).doesNotThrowAnyException();
  }
}
