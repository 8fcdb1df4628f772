package com.yuge.payment.in.ops;

import com.yuge.payment.domain.outbox.BlockedOrder;
import com.yuge.payment.domain.outbox.InspectOutbox;
import com.yuge.payment.domain.outbox.OutboxState;
import com.yuge.payment.domain.outbox.WaitingEvent;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.Malformed;
import com.yuge.payment.in.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/outbox}. All parameters may be missing, so that our own rules say which one is
 * and what it has to be.
 */
@Endpoint(id = "outbox")
final class OutboxEndpoint {
  private static final String BLOCKED = "blocked";
  private static final String EVENTS = "events";

  private final InspectOutbox inspect;
  private final OutboxCommands commands;

  OutboxEndpoint(InspectOutbox inspect, OutboxCommands commands) {
    this.inspect = inspect;
    this.commands = commands;
  }

  @ReadOperation
  OutboxState state() {
    return inspect.state();
  }

  @ReadOperation
  List<BlockedOrder> list(@Selector String list, @Nullable String after, @Nullable String limit) {
    require(list.equals(BLOCKED));
    return Malformed.unless(() -> inspect.blocked(Fields.after(after), Fields.pageSize(limit)));
  }

  @ReadOperation
  List<WaitingEvent> waiting(@Selector String list, @Selector String key) {
    require(list.equals(BLOCKED));
    return inspect.waiting(Malformed.unless(() -> new PayNo(key)));
  }

  @WriteOperation
  Object change(
      @Selector String action,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String payNo,
      @Nullable String eventId,
      @Nullable String tag,
      @Nullable String from,
      @Nullable String to,
      @Nullable String goOnAfter) {
    Fields.Target target = new Fields.Target(payNo, eventId, tag, from, to, goOnAfter);
    return switch (action) {
      case "pause" -> commands.pause(Fields.reason(by, reason));
      case "resume" -> commands.resume(Fields.reason(by, reason));
      case "replay" -> commands.replay(target, Fields.reason(by, reason));
      default -> throw new Refusal(Failure.NO_SUCH_PATH);
    };
  }

  /** Unblocks a pay order, or skips an event. */
  @DeleteOperation
  OutboxCommands.Changed remove(
      @Selector String list, @Selector String key, @Nullable String by, @Nullable String reason) {
    require(list.equals(BLOCKED) || list.equals(EVENTS));
    return list.equals(BLOCKED)
        ? commands.unblock(key, Fields.reason(by, reason))
        : commands.skip(key, Fields.reason(by, reason));
  }

  private static void require(boolean exists) {
    if (!exists) {
      throw new Refusal(Failure.NO_SUCH_PATH);
    }
  }
}
