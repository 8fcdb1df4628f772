package com.yuge.payment.in.ops;

import com.yuge.payment.domain.order.EventId;
import com.yuge.payment.domain.outbox.OperateOutbox;
import com.yuge.payment.domain.outbox.ReplayEvents;
import com.yuge.payment.domain.outbox.ReplayEvents.Replayed;
import com.yuge.payment.domain.outbox.ReplayRange;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.ops.Fields.Target;
import com.yuge.payment.in.web.Malformed;
import java.util.Objects;
import java.util.stream.Stream;

/** Brings an operator's words to the use cases. */
final class OutboxCommands {
  private final OperateOutbox operate;
  private final ReplayEvents replay;

  OutboxCommands(OperateOutbox operate, ReplayEvents replay) {
    this.operate = operate;
    this.replay = replay;
  }

  /** Whether anything was left to change. */
  record Changed(boolean changed) {}

  Changed pause(OperatorReason reason) {
    return new Changed(operate.pause(reason));
  }

  Changed resume(OperatorReason reason) {
    return new Changed(operate.resume(reason));
  }

  Changed unblock(String payNo, OperatorReason reason) {
    return new Changed(operate.unblock(Malformed.unless(() -> new PayNo(payNo)), reason));
  }

  Changed skip(String eventId, OperatorReason reason) {
    return new Changed(operate.skip(Malformed.unless(() -> new EventId(eventId)), reason));
  }

  Replayed replay(Target target, OperatorReason reason) {
    Target one = Malformed.unless(() -> onlyOne(target));
    String payNo = one.payNo();
    if (payNo != null) {
      return replay.ofOrder(Malformed.unless(() -> new PayNo(payNo)), reason);
    }
    String eventId = one.eventId();
    if (eventId != null) {
      return replay.ofEvent(Malformed.unless(() -> new EventId(eventId)), reason);
    }
    return replay.ofRange(
        Malformed.unless(() -> range(one)),
        Malformed.unless(() -> Fields.row(one.goOnAfter())),
        reason);
  }

  private static Target onlyOne(Target target) {
    long given =
        Stream.of(target.payNo(), target.eventId(), target.tag()).filter(Objects::nonNull).count();
    if (given != 1) {
      throw new InvalidValue("payNo, eventId, tag", "replay-target");
    }
    return target;
  }

  private static ReplayRange range(Target target) {
    return new ReplayRange(
        Fields.tag(target.tag()),
        Fields.instant("from", target.from()),
        Fields.instant("to", target.to()));
  }
}
