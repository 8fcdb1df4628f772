package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.simulation.World;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.util.ArrayList;
import java.util.List;

/** All invariants. */
public final class Invariants {
  private Invariants() {}

  /** Those of that world, the most telling first. */
  public static List<Invariant> all(World world) {
    Committed rows = world.store().committed();
    Scheduler scheduler = world.surroundings().scheduler();
    List<Invariant> all = new ArrayList<>(refunds(world, rows, scheduler));
    all.addAll(payments(world, rows, scheduler));
    all.addAll(
        List.of(
            new UsedIsTheSum(rows),
            new SlicesMakeTheLimit(rows),
            new AskedStaysWithin(rows),
            new DaysAreTheShops(rows)));
    return all;
  }

  private static List<Invariant> refunds(World world, Committed rows, Scheduler scheduler) {
    RefundBooks books = world.channel().refunds().books();
    return List.of(
        new AfterRefundChanges(
            rows,
            books,
            List.of(
                new RefundsWithinTheTrade(rows),
                new TotalsAreTheSums(rows),
                new DecidedRefundsStay(rows),
                new OneNumberPerRefund(rows, books),
                new CalledAfterCommit(rows, books),
                new ChannelGivesBackWhatItTook(world.channel()),
                new FailedStaysFailed(rows, books, scheduler),
                new SucceededIsMade(rows, books),
                new RefundEventsTellOutcomes(rows),
                new BooksAgree(rows, books, scheduler))),
        new LateMoneyGoesBackOnce(rows, books),
        new RefundCallbacksLeavePayments(rows),
        new CopiesAreFresh(rows, world.shop(), scheduler));
  }

  private static List<Invariant> payments(World world, Committed rows, Scheduler scheduler) {
    InMemoryStore store = world.store();
    return List.of(
        new NoDeadlock(store),
        new OnlyOutagesFail(world.fleet()),
        new VersionsCount(rows),
        new FinalStatesStay(rows),
        new OneSuccessEvent(rows),
        new TradesHaveOneOrder(rows),
        new EventsTellChanges(rows),
        new CallbacksActOnce(rows),
        new RowsStay(rows),
        new RecordedChecksWereMade(rows, world.channel()),
        new OpenedMeansPaying(rows, world.channel().opened()),
        new ClosedThereFirst(rows, world.channel()),
        new OnlyTheChannelIsBelieved(rows, world.channel().payments()),
        new NothingIsLost(rows, world.broker()),
        new FirstDeliveriesInOrder(rows, world.broker()),
        new OnlyTheOwnerAcks(rows, world.fleet().acks()),
        new EventsAreInTime(rows, scheduler),
        new OrdersEnd(rows, scheduler),
        new MoneyIsAccountedFor(rows, world.channel(), scheduler),
        new AmountsBecomeKnown(rows, world.channel()),
        new ConsumerAgrees(rows, world.consumer()));
  }
}
