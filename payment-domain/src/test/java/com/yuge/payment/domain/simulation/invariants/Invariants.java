package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.simulation.World;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.util.List;

/** All invariants. */
public final class Invariants {
  private Invariants() {}

  /** Those of that world, the most telling first. */
  public static List<Invariant> all(World world) {
    InMemoryStore store = world.store();
    Committed rows = store.committed();
    Scheduler scheduler = world.surroundings().scheduler();
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
