package com.yuge.payment.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.yuge.payment.domain.simulation.Simulation.Failure;
import com.yuge.payment.domain.simulation.actors.Wiring;
import com.yuge.payment.domain.simulation.bugs.AbnormalFreesTheHold;
import com.yuge.payment.domain.simulation.bugs.AcknowledgesOutages;
import com.yuge.payment.domain.simulation.bugs.AsksBeforeItsCommit;
import com.yuge.payment.domain.simulation.bugs.BelievesAnyLease;
import com.yuge.payment.domain.simulation.bugs.CancelRacesAsk;
import com.yuge.payment.domain.simulation.bugs.ChecksThenAdds;
import com.yuge.payment.domain.simulation.bugs.ClosedMeansUnpaid;
import com.yuge.payment.domain.simulation.bugs.ClosesWhatWasOpened;
import com.yuge.payment.domain.simulation.bugs.CountsSuccessOnly;
import com.yuge.payment.domain.simulation.bugs.CountsTroubleAsSent;
import com.yuge.payment.domain.simulation.bugs.ErrorIsFailure;
import com.yuge.payment.domain.simulation.bugs.EventAfterCommit;
import com.yuge.payment.domain.simulation.bugs.ExpiryClosesRefunds;
import com.yuge.payment.domain.simulation.bugs.ForgetsChecks;
import com.yuge.payment.domain.simulation.bugs.LastIdCursor;
import com.yuge.payment.domain.simulation.bugs.LateRefundAfterCommit;
import com.yuge.payment.domain.simulation.bugs.LocksTheLastOneToo;
import com.yuge.payment.domain.simulation.bugs.LosesSlack;
import com.yuge.payment.domain.simulation.bugs.MarkDoesNotTrail;
import com.yuge.payment.domain.simulation.bugs.MidnightInUtc;
import com.yuge.payment.domain.simulation.bugs.MoneyThroughDouble;
import com.yuge.payment.domain.simulation.bugs.NeverAsksAfterTheEnd;
import com.yuge.payment.domain.simulation.bugs.NeverAsksForTheAmount;
import com.yuge.payment.domain.simulation.bugs.NewNumberOnRetry;
import com.yuge.payment.domain.simulation.bugs.NewestFirst;
import com.yuge.payment.domain.simulation.bugs.NoDedupe;
import com.yuge.payment.domain.simulation.bugs.NoPoll;
import com.yuge.payment.domain.simulation.bugs.NoRefundIsFailed;
import com.yuge.payment.domain.simulation.bugs.NoRowLock;
import com.yuge.payment.domain.simulation.bugs.NoSecondAsk;
import com.yuge.payment.domain.simulation.bugs.NoSignature;
import com.yuge.payment.domain.simulation.bugs.NoStatusGuard;
import com.yuge.payment.domain.simulation.bugs.NoTradeMeansClosed;
import com.yuge.payment.domain.simulation.bugs.NoVersionGuard;
import com.yuge.payment.domain.simulation.bugs.OpensTooEarly;
import com.yuge.payment.domain.simulation.bugs.RecordsWhatWasNotAsked;
import com.yuge.payment.domain.simulation.bugs.RefundMeansUnpaid;
import com.yuge.payment.domain.simulation.bugs.RefundSettlesPayment;
import com.yuge.payment.domain.simulation.bugs.ReleasesToday;
import com.yuge.payment.domain.simulation.bugs.ReleasesTwice;
import com.yuge.payment.domain.simulation.bugs.RepeatCountsTwice;
import com.yuge.payment.domain.simulation.bugs.RepeatIsDone;
import com.yuge.payment.domain.simulation.bugs.RunningTotal;
import com.yuge.payment.domain.simulation.bugs.SharesTrades;
import com.yuge.payment.domain.simulation.bugs.SilentMismatch;
import com.yuge.payment.domain.simulation.bugs.StaleCopies;
import com.yuge.payment.domain.simulation.bugs.StaysDead;
import com.yuge.payment.domain.simulation.bugs.SumsBeforeTheLock;
import com.yuge.payment.domain.simulation.bugs.TakesTheAmountForGranted;
import com.yuge.payment.domain.simulation.bugs.UnblockUnnoticed;
import com.yuge.payment.domain.simulation.bugs.UnfencedAck;
import com.yuge.payment.domain.simulation.bugs.UnknownIsFailed;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulation that finds nothing is worth something only if it finds what is there. */
@Execution(ExecutionMode.CONCURRENT)
class PlantedBugsTest {
  /** The rarest bug shows in one seed of some thousands, and soon after this one. */
  static final long FIRST = 9_000;

  /** No more than each build runs without a bug. */
  private static final long SEEDS = 4_000;

  static Stream<Arguments> bugs() {
    return Stream.of(bugsOfPayments(), bugsOfRefunds(), bugsOfLimits()).flatMap(all -> all);
  }

  private static Stream<Arguments> bugsOfLimits() {
    return Stream.of(
        bug("ReleasesToday", ReleasesToday::new, "UsedIsTheSum"),
        bug("ReleasesTwice", ReleasesTwice::new, "UsedIsTheSum"),
        bug("RepeatCountsTwice", RepeatCountsTwice::new, "UsedIsTheSum"),
        bug("ChecksThenAdds", ChecksThenAdds::new, "AskedStaysWithin"),
        bug("MidnightInUtc", MidnightInUtc::new, "DaysAreTheShops"),
        bug("LosesSlack", LosesSlack::new, "SlicesMakeTheLimit"));
  }

  private static Stream<Arguments> bugsOfRefunds() {
    return Stream.of(
        bug("SumsBeforeTheLock", SumsBeforeTheLock::new, "RefundsWithinTheTrade"),
        bug("CountsSuccessOnly", CountsSuccessOnly::new, "RefundsWithinTheTrade"),
        bug("UnknownIsFailed", UnknownIsFailed::new, "FailedStaysFailed"),
        bug("NoRefundIsFailed", NoRefundIsFailed::new, "FailedStaysFailed"),
        bug("ExpiryClosesRefunds", ExpiryClosesRefunds::new, "FailedStaysFailed"),
        bug("NewNumberOnRetry", NewNumberOnRetry::new, "OneNumberPerRefund"),
        bug("AsksBeforeItsCommit", AsksBeforeItsCommit::new, "CalledAfterCommit"),
        bug("AbnormalFreesTheHold", AbnormalFreesTheHold::new, "TotalsAreTheSums"),
        bug("RepeatIsDone", RepeatIsDone::new, "SucceededIsMade"),
        bug("RunningTotal", RunningTotal::new, "BooksAgree"),
        bug("RefundSettlesPayment", RefundSettlesPayment::new, "RefundCallbacksLeavePayments"),
        bug("LateRefundAfterCommit", LateRefundAfterCommit::new, "LateMoneyGoesBackOnce"),
        bug("MoneyThroughDouble", MoneyThroughDouble::new, "OneNumberPerRefund"),
        bug("CancelRacesAsk", CancelRacesAsk::new, "FailedStaysFailed"),
        bug("StaleCopies", StaleCopies::new, "CopiesAreFresh"));
  }

  private static Stream<Arguments> bugsOfPayments() {
    return Stream.of(
        bug("NoRowLock", NoRowLock::new, "OnlyOutagesFail"),
        bug("NoVersionGuard", NoVersionGuard::new, "VersionsCount"),
        bug("NoStatusGuard", NoStatusGuard::new, "FinalStatesStay"),
        bug("LocksTheLastOneToo", LocksTheLastOneToo::new, "NoDeadlock"),
        bug("AcknowledgesOutages", AcknowledgesOutages::new, "MoneyIsAccountedFor"),
        bug("NoDedupe", NoDedupe::new, "CallbacksActOnce"),
        bug("NoSignature", NoSignature::new, "OnlyTheChannelIsBelieved"),
        bug("EventAfterCommit", EventAfterCommit::new, "EventsTellChanges"),
        bug("OpensTooEarly", OpensTooEarly::new, "OpenedMeansPaying"),
        bug("ClosesWhatWasOpened", ClosesWhatWasOpened::new, "ClosedThereFirst"),
        bug("NoSecondAsk", NoSecondAsk::new, "ClosedThereFirst"),
        bug("ErrorIsFailure", ErrorIsFailure::new, "OnlyTheChannelIsBelieved"),
        bug("TellsWhatWasNotAsked", RecordsWhatWasNotAsked::new, "RecordedChecksWereMade"),
        bug("RefundMeansUnpaid", RefundMeansUnpaid::new, "MoneyIsAccountedFor"),
        bug("ClosedMeansUnpaid", ClosedMeansUnpaid::new, "MoneyIsAccountedFor"),
        bug("NoTradeMeansClosed", NoTradeMeansClosed::new, "ClosedThereFirst"),
        bug("ForgetsChecks", ForgetsChecks::new, "OrdersEnd"),
        bug("NeverAsksAfterTheEnd", NeverAsksAfterTheEnd::new, "MoneyIsAccountedFor"),
        bug("SharesTrades", SharesTrades::new, "TradesHaveOneOrder"),
        bug("SilentMismatch", SilentMismatch::new, "EventsTellChanges"),
        bug("NeverAsksForTheAmount", NeverAsksForTheAmount::new, "AmountsBecomeKnown"),
        bug("TakesTheAmountForGranted", TakesTheAmountForGranted::new, "OnlyTheChannelIsBelieved"),
        bug("UnfencedAck", UnfencedAck::new, "OnlyTheOwnerAcks"),
        bug("CountsTroubleAsSent", CountsTroubleAsSent::new, "NothingIsLost"),
        bug("NewestFirst", NewestFirst::new, "FirstDeliveriesInOrder"),
        bug("NoPoll", NoPoll::new, "EventsAreInTime"),
        bug("LastIdCursor", LastIdCursor::new, "EventsAreInTime"),
        bug("StaysDead", StaysDead::new, "EventsAreInTime"),
        bug("BelievesAnyLease", BelievesAnyLease::new, "EventsAreInTime"),
        bug("MarkDoesNotTrail", MarkDoesNotTrail::new, "FirstDeliveriesInOrder"),
        bug("UnblockUnnoticed", UnblockUnnoticed::new, "FirstDeliveriesInOrder"));
  }

  private static Arguments bug(String name, Supplier<Wiring> wiring, String invariant) {
    return arguments(name, wiring, invariant);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("bugs")
  void everyPlantedBugIsFound(String name, Supplier<Wiring> wiring, String invariant) {
    try (Simulation simulation = new Simulation(wiring)) {
      Optional<Failure> found =
          LongStream.range(FIRST, FIRST + SEEDS)
              .mapToObj(simulation::run)
              .flatMap(Optional::stream)
              .filter(failure -> failure.breaks(invariant))
              .findFirst();

      assertThat(found).as("a seed that shows %s", name).isPresent();
      System.out.println(name + " is found. " + lastLine(found.orElseThrow().text()));
    }
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
