package com.yuge.payment.in.ops;

import com.yuge.payment.domain.outbox.operations.BlockedAggregate;
import com.yuge.payment.domain.outbox.operations.InspectOutbox;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.outbox.operations.OutboxState;
import com.yuge.payment.domain.outbox.operations.ReplayEvents;
import com.yuge.payment.domain.outbox.operations.ReplayEvents.Replayed;
import com.yuge.payment.domain.outbox.operations.WaitingEvent;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.in.web.InvalidRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox, for operators. */
@RestController
@RequestMapping("${management.endpoints.web.base-path:/actuator}/outbox")
final class OutboxController {
  private static final Grammar LIMIT = Grammar.of("limit", "page", "[0-9]{1,4}");
  private static final Grammar AFTER = AggregateKey.GRAMMAR.of("after");

  private final InspectOutbox inspect;
  private final OperateOutbox operate;
  private final ReplayEvents replay;

  OutboxController(InspectOutbox inspect, OperateOutbox operate, ReplayEvents replay) {
    this.inspect = inspect;
    this.operate = operate;
    this.replay = replay;
  }

  @GetMapping
  OutboxState state() {
    return inspect.state();
  }

  @GetMapping("/blocked")
  List<BlockedAggregate> blocked(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") String limit) {
    return InvalidRequest.unless(() -> inspect.blocked(after(after), size(limit)));
  }

  @GetMapping("/blocked/{key}")
  List<WaitingEvent> waiting(@PathVariable AggregateKey key) {
    return inspect.waiting(key);
  }

  @DeleteMapping("/blocked/{key}")
  Changed unblock(
      @PathVariable AggregateKey key,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String reason) {
    return new Changed(operate.unblock(key, reason(by, reason)));
  }

  @DeleteMapping("/events/{eventId}")
  Changed skip(
      @PathVariable EventId eventId,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String reason) {
    return new Changed(operate.skip(eventId, reason(by, reason)));
  }

  @PostMapping(path = "/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
  Changed pause(@RequestBody(required = false) @Nullable OperatorReason reason) {
    return new Changed(operate.pause(InvalidRequest.requireBody(reason)));
  }

  @PostMapping(path = "/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
  Changed resume(@RequestBody(required = false) @Nullable OperatorReason reason) {
    return new Changed(operate.resume(InvalidRequest.requireBody(reason)));
  }

  @PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  Replayed replay(@RequestBody(required = false) @Nullable ReplayRequest body) {
    return InvalidRequest.unless(InvalidRequest.requireBody(body)::toReplay).apply(replay);
  }

  /**
   * Returns the key that the page starts after; empty for the first page. The grammar allows ASCII
   * only, because the database can compare its ASCII keys with ASCII only.
   */
  private static String after(String last) {
    return last.isEmpty() ? last : AFTER.require(last);
  }

  private static int size(String limit) {
    return Integer.parseInt(LIMIT.require(limit));
  }

  private static OperatorReason reason(String by, String reason) {
    return InvalidRequest.unless(() -> new OperatorReason(by, reason));
  }
}
