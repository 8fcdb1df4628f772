package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.callback.DuplicateCallback;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter of {@link CallbackLog} holds to. */
public abstract class CallbackLogContract {
  private static final int KEPT_BYTES = 16 * 1024;

  protected abstract CallbackLog log();

  protected abstract Transactions transactions();

  /** The log's lines about that order, oldest first; of null: the lines that name no order. */
  protected abstract List<CallbackRecord> callbacksOf(@Nullable PayNo payNo);

  private final PayNo payNo = aPayNo();
  private final CallbackId id = new CallbackId(aNonce());

  @Test
  void anIdIsRepeatedOnceLoggedAndOnlyInItsChannel() {
    assertThat(repeat(TestChannels.MOCK)).isZero();

    add(verified(TestChannels.MOCK, id));

    assertThat(repeat(TestChannels.MOCK)).isOne();
    assertThat(repeat(TestChannels.ALIPAY)).isZero();
    add(verified(TestChannels.ALIPAY, id));
    assertThat(repeat(TestChannels.ALIPAY)).isOne();
    assertThat(repeat(TestChannels.MOCK)).isEqualTo(2);
    assertThat(callbacksOf(payNo)).as("counting adds no line").hasSize(2);
  }

  @Test
  void eachOfParallelRepeatsIsCountedOnce() {
    add(verified(TestChannels.MOCK, id));

    Race<Long> race = Race.of(16, () -> repeat(TestChannels.MOCK));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 16).boxed().toList());
  }

  @Test
  void aRepeatIsNotCountedWhenItsTransactionIsLost() {
    add(verified(TestChannels.MOCK, id));
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          assertThat(log().countRepeat(TestChannels.MOCK, id)).isOne();
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(repeat(TestChannels.MOCK)).isOne();
  }

  @Test
  void callbacksAboutAnOrderThatTheChannelHasNotAreCountedTogether() {
    assertThat(unknown(TestChannels.MOCK)).isZero();
    add(line(payNo, id, "SUCCESS", "{}", CallbackResult.FAILED));
    assertThat(unknown(TestChannels.MOCK)).as("it is about a known order").isZero();

    add(unknownOrder());
    add(unknownOrder());

    assertThat(unknown(TestChannels.MOCK)).isOne();
    assertThat(unknown(TestChannels.MOCK)).isEqualTo(2);
    assertThat(unknown(TestChannels.ALIPAY)).isZero();
  }

  @Test
  void anIdIsTakenOnce() {
    add(verified(TestChannels.MOCK, id));

    assertThatThrownBy(() -> add(verified(TestChannels.MOCK, id)))
        .isInstanceOf(DuplicateCallback.class);

    assertThat(callbacksOf(payNo)).containsExactly(verified(TestChannels.MOCK, id));
  }

  @Test
  void linesWithoutAnIdAreKeptHoweverMany() {
    CallbackRecord repeat = verified(TestChannels.MOCK, null);

    add(repeat);
    add(repeat);
    add(repeat);

    assertThat(callbacksOf(payNo)).containsExactly(repeat, repeat, repeat);
  }

  @ParameterizedTest
  @EnumSource
  void everyResultIsKeptWithAllThatWasKnown(CallbackResult result) {
    CallbackRecord line = line(payNo, id, "FAILED", "{}", result);

    add(line);

    assertThat(callbacksOf(payNo)).containsExactly(line);
  }

  @Test
  void whatIsNotEvenReadableIsKeptToo() {
    String payload = aNonce();
    CallbackRecord line =
        new CallbackRecord(
            TestChannels.WECHAT,
            null,
            null,
            null,
            payload,
            false,
            CallbackResult.FAILED,
            "BAD_SIGNATURE",
            NOW);

    add(line);

    assertThat(callbacksOf(null))
        .filteredOn(kept -> kept.payload().equals(payload))
        .containsExactly(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a ", "支付 \uD83D\uDCB0 é", "a\u0000b", "'\"\\%_\r\n\t;--", "a"})
  void aPayloadIsKeptAsItCame(String payload) {
    CallbackRecord line = line(payNo, id, "SUCCESS", payload, CallbackResult.PROCESSED);

    add(line);

    assertThat(callbacksOf(payNo)).containsExactly(line);
  }

  /** Each reaches the limit at another place within its characters. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "支", "\uD83D\uDCB0", "x\uD83D\uDCB0", "xy支\uD83D\uDCB0"})
  void ofALongPayloadTheFirst16KibAreKeptInWholeCharacters(String piece) {
    String payload = piece.repeat(64 * 1024 / piece.length());

    add(line(payNo, id, "SUCCESS", payload, CallbackResult.PROCESSED));

    String kept = callbacksOf(payNo).get(0).payload();
    assertThat(payload).startsWith(kept);
    assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isBetween(KEPT_BYTES - 3, KEPT_BYTES);
    assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 1))).isFalse();
  }

  @Test
  void aLineIsLostWithItsTransactionAndItsIdIsFreeAgain() {
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          log().add(verified(TestChannels.MOCK, id));
                          assertThat(log().countRepeat(TestChannels.MOCK, id)).isOne();
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(callbacksOf(payNo)).isEmpty();
    assertThat(repeat(TestChannels.MOCK)).isZero();
  }

  private void add(CallbackRecord line) {
    transactions().run(() -> log().add(line));
  }

  private long repeat(PayChannel channel) {
    return transactions().<Long>call(() -> log().countRepeat(channel, id));
  }

  private long unknown(PayChannel channel) {
    return transactions().<Long>call(() -> log().countUnknown(channel, payNo));
  }

  private CallbackRecord unknownOrder() {
    return new CallbackRecord(
        TestChannels.MOCK,
        payNo,
        null,
        "SUCCESS",
        "{}",
        true,
        CallbackResult.FAILED,
        CallbackRecord.UNKNOWN_PAY_NO,
        NOW);
  }

  private CallbackRecord verified(PayChannel channel, @Nullable CallbackId occupied) {
    return new CallbackRecord(
        channel,
        payNo,
        occupied,
        "SUCCESS",
        "{}",
        true,
        CallbackResult.IGNORED,
        "SAME_CALLBACK",
        NOW);
  }

  private static CallbackRecord line(
      PayNo payNo, CallbackId id, String status, String payload, CallbackResult result) {
    return new CallbackRecord(
        TestChannels.MOCK, payNo, id, status, payload, true, result, "APPLIED", NOW);
  }
}
