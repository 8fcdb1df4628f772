package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.callback.AnswerRepeat;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.fakes.InMemoryAuditTrail;
import com.yuge.payment.domain.fakes.InMemoryCallbackLog;
import com.yuge.payment.domain.fakes.InMemoryDueOrders;
import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryPaidTrades;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.BeginPayment;
import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.Opening;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.PlanLook;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.relay.CommitSignal;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.kernel.Host;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One life of one instance of the service: its use cases, wired as the application wires them. */
record Instance(
    Host host,
    CreatePayOrder create,
    Function<PayNo, Optional<Opening>> open,
    Door door,
    RelayTasks relay,
    ReconcileTasks reconcile) {
  /** Short, so that slow payers, skewed clocks and a channel that is away run into it. */
  private static final Duration TIME_TO_PAY = Duration.ofMinutes(15);

  private static final Subject SUBJECT = new Subject("simulated");

  /** What all instances share. */
  record Shared(
      Surroundings surroundings,
      InMemoryStore store,
      FinalPayOrders finals,
      SeenCallbacks seen,
      SimulatedChannel channel,
      Wiring wiring) {
    PayOrders orders(Steps steps) {
      return steps.overStore(PayOrders.class, wiring.orders(store, storeClock()));
    }

    PaidTrades trades(Steps steps) {
      return steps.overStore(PaidTrades.class, wiring.trades(new InMemoryPaidTrades(store)));
    }

    CallbackLog log(Steps steps) {
      return steps.overStore(CallbackLog.class, wiring.log(new InMemoryCallbackLog(store)));
    }

    AuditTrail audit(Steps steps) {
      return steps.overStore(AuditTrail.class, new InMemoryAuditTrail(store));
    }

    DueOrders due(Steps steps, Transactions transactions) {
      return steps.overStore(
          DueOrders.class, wiring.due(new InMemoryDueOrders(store, transactions, storeClock())));
    }

    private Clock storeClock() {
      return surroundings.clock(Duration.ZERO);
    }

    Channels channels(Steps steps) {
      ChannelGateway stepped = steps.over(ChannelGateway.class, channel);
      return new Channels(List.of(wiring.channel(new Breaker(stepped, surroundings))));
    }

    Outbox outbox(Steps steps, Transactions transactions, CommitSignal signal) {
      Outbox slow = new SlowOutbox(new InMemoryOutbox(store, signal), channel, surroundings);
      return wiring.outbox(steps.overStore(Outbox.class, slow), transactions);
    }
  }

  static Instance begin(
      Host host, Clock clock, Shared shared, RelayTasks relay, CommitSignal signal) {
    Surroundings surroundings = shared.surroundings();
    Steps steps = new Steps(surroundings);
    Transactions transactions = new SteppedTransactions(surroundings, shared.store());
    PayOrders orders = shared.orders(steps);
    PaidTrades trades = shared.trades(steps);
    CallbackLog log = shared.log(steps);
    AuditTrail audit = shared.audit(steps);
    Outbox outbox = shared.outbox(steps, transactions, signal);
    DueOrders due = shared.due(steps, transactions);
    Channels channels = shared.channels(steps);
    FinalPayOrders finals = steps.over(FinalPayOrders.class, shared.finals());
    SeenCallbacks seen = steps.over(SeenCallbacks.class, shared.seen());

    OrderPorts ports = new OrderPorts(orders, trades, outbox, due, audit);
    AfterEndChecks checks = shared.wiring().afterEnd();

    SettlePayOrder settle = new SettlePayOrder(ports, checks, finals, transactions, clock);
    FindPayOrder find = new FindPayOrder(orders, trades, finals);
    AnswerRepeat repeats = new AnswerRepeat(seen, find, log, transactions, clock);
    BeginPayment begin = new BeginPayment(ports, ReconcileTasks.FIRST_LOOK, SUBJECT, clock);
    ClosePayOrder close =
        new ClosePayOrder(
            new OrderPorts(shared.wiring().ordersToClose(orders), trades, outbox, due, audit),
            checks,
            transactions,
            clock);
    PlanLook plan =
        new PlanLook(ports, ReconcileTasks.pace(surroundings), checks, transactions, clock);
    return new Instance(
        host,
        new CreatePayOrder(orders, transactions, digits(surroundings), clock, TIME_TO_PAY),
        shared.wiring().open(orders, transactions, channels, begin, clock),
        shared
            .wiring()
            .door(
                new FrontDoor(
                    new HandleCallback(orders, log, settle, repeats, transactions, clock),
                    new RejectCallback(log, transactions, clock))),
        relay,
        new ReconcileTasks(
            surroundings,
            host,
            new ClaimDueOrders(due, ReconcileTasks.HOLD),
            new ReconcilePayOrder(orders, channels, settle, close, plan, clock),
            shared.store().committed()));
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
