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
import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.Opening;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.relay.CommitSignal;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Randomness;
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
    RelayTasks relay) {
  private static final Duration TIME_TO_PAY = Duration.ofMinutes(30);

  /** What all instances share. */
  record Shared(
      Surroundings surroundings,
      InMemoryStore store,
      FinalPayOrders finals,
      SeenCallbacks seen,
      ChannelGateway channel,
      Wiring wiring) {
    PayOrders orders(Steps steps) {
      return steps.overStore(PayOrders.class, wiring.orders(store));
    }

    CallbackLog log(Steps steps) {
      return steps.overStore(CallbackLog.class, wiring.log(new InMemoryCallbackLog(store)));
    }

    AuditTrail audit(Steps steps) {
      return steps.overStore(AuditTrail.class, new InMemoryAuditTrail(store));
    }

    Outbox outbox(Steps steps, CommitSignal signal) {
      return wiring.outbox(steps.overStore(Outbox.class, new InMemoryOutbox(store, signal)));
    }
  }

  static Instance begin(
      Host host, Clock clock, Shared shared, RelayTasks relay, CommitSignal signal) {
    Surroundings surroundings = shared.surroundings();
    Steps steps = new Steps(surroundings);
    Transactions transactions =
        shared.wiring().transactions(new SteppedTransactions(surroundings, shared.store()));
    PayOrders orders = shared.orders(steps);
    CallbackLog log = shared.log(steps);
    FinalPayOrders finals = steps.over(FinalPayOrders.class, shared.finals());
    SeenCallbacks seen = steps.over(SeenCallbacks.class, shared.seen());
    Channels channels = new Channels(List.of(steps.over(ChannelGateway.class, shared.channel())));

    SettlePayOrder settle =
        new SettlePayOrder(
            orders, shared.outbox(steps, signal), shared.audit(steps), finals, transactions, clock);
    FindPayOrder find = new FindPayOrder(orders, finals);
    AnswerRepeat repeats = new AnswerRepeat(seen, find, log, transactions, clock);
    return new Instance(
        host,
        new CreatePayOrder(orders, transactions, digits(surroundings), clock, TIME_TO_PAY),
        shared.wiring().open(orders, transactions, channels, clock),
        shared
            .wiring()
            .door(
                new FrontDoor(
                    new HandleCallback(orders, log, settle, repeats, transactions, clock),
                    new RejectCallback(log, transactions, clock))),
        relay);
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
