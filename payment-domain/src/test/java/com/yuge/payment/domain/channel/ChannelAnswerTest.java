package com.yuge.payment.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Circuit breaker and metrics go by what an answer tells of itself: no kind may forget to. */
class ChannelAnswerTest {
  private static final UnknownReason LATE = new UnknownReason(Cause.TIMEOUT, "late");

  static Stream<Class<?>> kinds() {
    return Arrays.stream(ChannelAnswer.class.getPermittedSubclasses())
        .flatMap(answer -> Arrays.stream(answer.getPermittedSubclasses()));
  }

  @Test
  void eachCallHasAnAnswerThatIsUnknown() {
    assertThat(ChannelAnswer.class.getPermittedSubclasses())
        .allSatisfy(
            answer ->
                assertThat(answer.getPermittedSubclasses())
                    .filteredOn(ChannelAnswerTest::hasReason)
                    .hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatHasAReasonTellsItAndNothingElseIsUnknown(Class<?> kind) throws Exception {
    assertThat(kind).isRecord();
    if (hasReason(kind)) {
      Object answer = kind.getConstructor(UnknownReason.class).newInstance(LATE);
      assertThat(((ChannelAnswer) answer).unknown()).contains(LATE);
    } else {
      assertThat(kind.getDeclaredMethods())
          .as("an answer without a reason is known")
          .noneMatch(method -> method.getName().equals("unknown"));
    }
  }

  @Test
  void theKeysAreThoseOfTheAudit() {
    assertThat(
            List.of(
                new QueryAnswer.Unpaid().key(),
                new QueryAnswer.ClosedUnpaid().key(),
                new QueryAnswer.TradeNotFound().key(),
                new QueryAnswer.Unknown(LATE).key(),
                new CloseAnswer.Closed().key(),
                new CloseAnswer.TradeNotFound().key(),
                new CloseAnswer.NotOffered().key(),
                new CloseAnswer.AlreadyPaid().key(),
                new CloseAnswer.Unknown(LATE).key(),
                new RefundAnswer.NoRefund().key(),
                new RefundAnswer.Accepted(null).key(),
                new RefundAnswer.Unknown(LATE).key(),
                new StatementAnswer.Fetched().key(),
                new StatementAnswer.NotReady().key(),
                new StatementAnswer.NoStatement().key(),
                new StatementAnswer.Unknown(LATE).key()))
        .containsExactly(
            "UNPAID",
            "CLOSED",
            "NO_TRADE",
            "UNKNOWN",
            "CLOSED",
            "NO_TRADE",
            "NOT_OFFERED",
            "ALREADY_PAID",
            "UNKNOWN",
            "NO_REFUND",
            "ACCEPTED",
            "UNKNOWN",
            "FETCHED",
            "NOT_READY",
            "NO_STATEMENT",
            "UNKNOWN");
  }

  private static boolean hasReason(Class<?> kind) {
    return Arrays.stream(kind.getRecordComponents())
        .map(RecordComponent::getType)
        .anyMatch(type -> type == UnknownReason.class);
  }
}
