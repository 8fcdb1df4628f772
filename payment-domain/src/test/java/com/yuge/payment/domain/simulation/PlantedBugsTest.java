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
  /**
   * From here on each bug shows within 400 seeds, although the rarest shows in one of thousands.
   */
  static final long FIRST = 9_000;

  /** So many are searched for a bug, and as many are run in each build without one. */
  static final long SEEDS = 2_000;

  static Stream<Arguments> bugs() {
    return Stream.of(bugsOfPayments(), bugsOfRefunds(), bugsOfLimits()).flatMap(all -> all);
  }

  private static Stream<Arguments> bugsOfLimits() {
    return Stream.of(
        bug("ReleasesToday", ReleasesToday::new, "UsedIsTheSum", 9012),
        bug("ReleasesTwice", ReleasesTwice::new, "UsedIsTheSum", 9006),
        bug("RepeatCountsTwice", RepeatCountsTwice::new, "UsedIsTheSum", 9000),
        bug("ChecksThenAdds", ChecksThenAdds::new, "AskedStaysWithin", 9195),
        bug("MidnightInUtc", MidnightInUtc::new, "DaysAreTheShops", 9039),
        bug("LosesSlack", LosesSlack::new, "SlicesMakeTheLimit", 9000));
  }

  private static Stream<Arguments> bugsOfRefunds() {
    return Stream.of(
        bug("SumsBeforeTheLock", SumsBeforeTheLock::new, "RefundsWithinTheTrade", 9156),
        bug("CountsSuccessOnly", CountsSuccessOnly::new, "RefundsWithinTheTrade", 9001),
        bug("UnknownIsFailed", UnknownIsFailed::new, "FailedStaysFailed", 9006),
        bug("NoRefundIsFailed", NoRefundIsFailed::new, "FailedStaysFailed", 9029),
        bug("ExpiryClosesRefunds", ExpiryClosesRefunds::new, "FailedStaysFailed", 9138),
        bug("NewNumberOnRetry", NewNumberOnRetry::new, "OneNumberPerRefund", 9002),
        bug("AsksBeforeItsCommit", AsksBeforeItsCommit::new, "CalledAfterCommit", 9000),
        bug("AbnormalFreesTheHold", AbnormalFreesTheHold::new, "TotalsAreTheSums", 9009),
        bug("RepeatIsDone", RepeatIsDone::new, "SucceededIsMade", 9094),
        bug("RunningTotal", RunningTotal::new, "BooksAgree", 9000),
        bug(
            "RefundSettlesPayment",
            RefundSettlesPayment::new,
            "RefundCallbacksLeavePayments",
            9000),
        bug("LateRefundAfterCommit", LateRefundAfterCommit::new, "LateMoneyGoesBackOnce", 9001),
        bug("MoneyThroughDouble", MoneyThroughDouble::new, "OneNumberPerRefund", 9000),
        bug("CancelRacesAsk", CancelRacesAsk::new, "FailedStaysFailed", 9188),
        bug("StaleCopies", StaleCopies::new, "CopiesAreFresh", 9011));
  }

  private static Stream<Arguments> bugsOfPayments() {
    return Stream.of(
        bug("NoRowLock", NoRowLock::new, "OnlyOutagesFail", 9000),
        bug("NoVersionGuard", NoVersionGuard::new, "VersionsCount", 9003),
        bug("NoStatusGuard", NoStatusGuard::new, "FinalStatesStay", 9000),
        bug("LocksTheLastOneToo", LocksTheLastOneToo::new, "NoDeadlock", 9001),
        bug("AcknowledgesOutages", AcknowledgesOutages::new, "MoneyIsAccountedFor", 9009),
        bug("NoDedupe", NoDedupe::new, "CallbacksActOnce", 9000),
        bug("NoSignature", NoSignature::new, "OnlyTheChannelIsBelieved", 9002),
        bug("EventAfterCommit", EventAfterCommit::new, "EventsTellChanges", 9000),
        bug("OpensTooEarly", OpensTooEarly::new, "OpenedMeansPaying", 9000),
        bug("ClosesWhatWasOpened", ClosesWhatWasOpened::new, "ClosedThereFirst", 9064),
        bug("NoSecondAsk", NoSecondAsk::new, "ClosedThereFirst", 9000),
        bug("ErrorIsFailure", ErrorIsFailure::new, "OnlyTheChannelIsBelieved", 9075),
        bug("TellsWhatWasNotAsked", RecordsWhatWasNotAsked::new, "RecordedChecksWereMade", 9046),
        bug("RefundMeansUnpaid", RefundMeansUnpaid::new, "MoneyIsAccountedFor", 9318),
        bug("ClosedMeansUnpaid", ClosedMeansUnpaid::new, "MoneyIsAccountedFor", 9021),
        bug("NoTradeMeansClosed", NoTradeMeansClosed::new, "ClosedThereFirst", 9012),
        bug("ForgetsChecks", ForgetsChecks::new, "OrdersEnd", 9000),
        bug("NeverAsksAfterTheEnd", NeverAsksAfterTheEnd::new, "MoneyIsAccountedFor", 9282),
        bug("SharesTrades", SharesTrades::new, "TradesHaveOneOrder", 9036),
        bug("SilentMismatch", SilentMismatch::new, "EventsTellChanges", 9000),
        bug("NeverAsksForTheAmount", NeverAsksForTheAmount::new, "AmountsBecomeKnown", 9000),
        bug(
            "TakesTheAmountForGranted",
            TakesTheAmountForGranted::new,
            "OnlyTheChannelIsBelieved",
            9000),
        bug("UnfencedAck", UnfencedAck::new, "OnlyTheOwnerAcks", 9000),
        bug("CountsTroubleAsSent", CountsTroubleAsSent::new, "NothingIsLost", 9000),
        bug("NewestFirst", NewestFirst::new, "FirstDeliveriesInOrder", 9003),
        bug("NoPoll", NoPoll::new, "EventsAreInTime", 9021),
        bug("LastIdCursor", LastIdCursor::new, "EventsAreInTime", 9005),
        bug("StaysDead", StaysDead::new, "EventsAreInTime", 9000),
        bug("BelievesAnyLease", BelievesAnyLease::new, "EventsAreInTime", 9333),
        bug("MarkDoesNotTrail", MarkDoesNotTrail::new, "FirstDeliveriesInOrder", 9009),
        bug("UnblockUnnoticed", UnblockUnnoticed::new, "FirstDeliveriesInOrder", 9145));
  }

  /**
   * @param seed the first from {@link #FIRST} on that shows the bug; where a change of the
   *     simulation has moved it, the search from here takes longer
   */
  private static Arguments bug(String name, Supplier<Wiring> wiring, String invariant, long seed) {
    return arguments(name, wiring, invariant, seed);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("bugs")
  void everyPlantedBugIsFound(String name, Supplier<Wiring> wiring, String invariant, long seed) {
    try (Simulation simulation = new Simulation(wiring)) {
      Optional<Failure> found =
          LongStream.range(seed, seed + SEEDS)
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
