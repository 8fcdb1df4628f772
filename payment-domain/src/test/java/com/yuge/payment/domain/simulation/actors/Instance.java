package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.fakes.InMemoryAuditTrail;
import com.yuge.payment.domain.fakes.InMemoryCallbackLog;
import com.yuge.payment.domain.fakes.InMemoryDueOrders;
import com.yuge.payment.domain.fakes.InMemoryLimitUses;
import com.yuge.payment.domain.fakes.InMemoryLimits;
import com.yuge.payment.domain.fakes.InMemoryMoneyReports;
import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryPaidTrades;
import com.yuge.payment.domain.fakes.InMemoryRefunds;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.InMemoryTimelines;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.limit.Limits;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.OpenResult;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.kernel.Host;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One life of one instance of the service: its use cases, made as the application makes them. */
record Instance(
    Host host,
    CreatePayOrder create,
    Function<PayNo, Optional<OpenResult>> open,
    ChangeLimits limits,
    Door door,
    RelayTasks relay,
    ReconcileTasks reconcile,
    RefundCalls refunds) {
  /** Short, so that slow payers, skewed clocks and a channel that is away run into it. */
  private static final Duration TIME_TO_PAY = Duration.ofMinutes(15);

  private static final Subject SUBJECT = new Subject("simulated");

  /** What all instances share. */
  record Shared(
      Surroundings surroundings,
      InMemoryStore store,
      FinalPayOrderCache finals,
      SeenCallbacks seen,
      SimulatedChannel channel,
      Wiring wiring) {
    PaymentUseCases useCases(Clock clock, CommitSignal signal) {
      Steps steps = new Steps(surroundings);
      Transactions transactions = new SteppedTransactions(surroundings, store);
      PaymentPorts ports =
          new PaymentPorts(
              transactions,
              orderPorts(steps, transactions, signal, clock),
              refundStores(steps, transactions),
              steps.overStore(CallbackLog.class, wiring.log(new InMemoryCallbackLog(store))),
              new PaymentPorts.Memory(
                  steps.over(FinalPayOrderCache.class, wiring.finals(finals)),
                  steps.over(SeenCallbacks.class, seen)),
              new PaymentPorts.Reports(
                  new InMemoryMoneyReports(store), new InMemoryTimelines(store)));
      return new PaymentUseCases(ports, channels(steps), digits(surroundings), settings(), clock);
    }

    private OrderPorts orderPorts(
        Steps steps, Transactions transactions, CommitSignal signal, Clock clock) {
      Clock storeClock = surroundings.clock(Duration.ZERO);
      Outbox signalling = new InMemoryOutbox(store, transactions, signal);
      Outbox slow = new SlowOutbox(signalling, channel, surroundings);
      return new OrderPorts(
          steps.overStore(PayOrders.class, wiring.orders(store, storeClock)),
          steps.overStore(PaidTrades.class, wiring.trades(new InMemoryPaidTrades(store))),
          limitPorts(steps, clock),
          wiring.outbox(steps.overStore(Outbox.class, slow), transactions),
          steps.overStore(
              DueOrders.class, wiring.due(new InMemoryDueOrders(store, transactions, storeClock))),
          steps.overStore(AuditTrail.class, new InMemoryAuditTrail(store)));
    }

    private LimitPorts limitPorts(Steps steps, Clock clock) {
      InMemoryLimits limits = new InMemoryLimits(store);
      return new LimitPorts(
          steps.overStore(Limits.class, limits),
          steps.overStore(LimitUses.class, wiring.limitUses(new InMemoryLimitUses(store), clock)),
          limits);
    }

    private PaymentPorts.RefundStores refundStores(Steps steps, Transactions transactions) {
      InMemoryRefunds refunds =
          new InMemoryRefunds(store, transactions, surroundings.clock(Duration.ZERO));
      Refunds wired = wiring.refunds(refunds, new InMemoryPaidTrades(store));
      return new PaymentPorts.RefundStores(
          steps.overStore(Refunds.class, wired),
          steps.overStore(DueRefunds.class, refunds),
          refunds);
    }

    private Channels channels(Steps steps) {
      ChannelGateway stepped = steps.over(ChannelGateway.class, channel);
      RefundGateway refunds = steps.over(RefundGateway.class, channel.refunds());
      return new Channels(
          List.of(wiring.channel(new Breaker(stepped, surroundings))),
          List.of(wiring.refundGateway(refunds)));
    }

    private PaymentSettings settings() {
      PaymentSettings.Checks checks =
          new PaymentSettings.Checks(
              ReconcileTasks.backoff(surroundings), ReconcileTasks.HOLD, wiring.afterEnd());
      return new PaymentSettings(
          Slots.ALL, TIME_TO_PAY, SUBJECT, InMemoryPayments.OVERDUE_AFTER, checks, wiring.late());
    }
  }

  static Instance begin(Host host, Clock clock, Shared shared, RelayTasks relay) {
    PaymentUseCases useCases = shared.useCases(clock, relay);
    Wiring wiring = shared.wiring();
    return new Instance(
        host,
        useCases.createPayOrder(),
        wiring.open(useCases),
        useCases.changeLimits(),
        wiring.door(new FrontDoor(useCases.handleCallback(), useCases.rejectCallback())),
        relay,
        new ReconcileTasks(
            shared.surroundings(),
            host,
            useCases.claimDueOrders(),
            useCases.reconcilePayOrder(),
            shared.store().committed()),
        RefundCalls.of(host, useCases, shared));
  }

  private static Randomness digits(Surroundings surroundings) {
    return count -> {
      StringBuilder digits = new StringBuilder(count);
      for (int i = 0; i < count; i++) {
        digits.append((char) ('0' + surroundings.chance().below(10)));
      }
      return digits.toString();
    };
  }
}
