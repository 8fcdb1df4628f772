package com.yuge.payment.in.ops;

import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.outbox.operations.ReplayEvents;
import com.yuge.payment.domain.outbox.operations.ReplayEvents.Replayed;
import com.yuge.payment.domain.outbox.operations.ReplayRange;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.StatementMatched;
import com.yuge.payment.in.web.NumberAsWritten;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The events to replay: those of one pay order, one event, or one tag in a time range. */
record ReplayRequest(
    @Nullable String by,
    @Nullable String reason,
    @Nullable String payNo,
    @Nullable String eventId,
    @Nullable String tag,
    @Nullable String from,
    @Nullable String to,
    @JsonDeserialize(using = NumberAsWritten.class) @Nullable String goOnAfter) {
  private static final Grammar PAY_NO = AggregateKey.GRAMMAR.of("payNo");
  private static final List<Set<String>> TAGS =
      List.of(PayOrderEvent.TAGS, RefundEvent.TAGS, StatementMatched.TAGS);
  private static final Grammar ROW = Grammar.of("goOnAfter", "row", "[0-9]{1,18}");

  Function<ReplayEvents, Replayed> toReplay() {
    OperatorReason why =
        new OperatorReason(OperatorReason.BY.require(by), OperatorReason.REASON.require(reason));
    if (Stream.of(payNo, eventId, tag).filter(Objects::nonNull).count() != 1) {
      throw new InvalidValue("payNo, eventId, tag", "replay-target");
    }
    if (payNo != null) {
      AggregateKey key = new AggregateKey(PAY_NO.require(payNo));
      return events -> events.ofAggregate(key, why);
    }
    if (eventId != null) {
      EventId event = new EventId(eventId);
      return events -> events.ofEvent(event, why);
    }
    ReplayRange range = new ReplayRange(existing(tag), instant("from", from), instant("to", to));
    long row = goOnAfter == null ? 0 : Long.parseLong(ROW.require(goOnAfter));
    return events -> events.ofRange(range, row, why);
  }

  /** Checks that the tag exists. An unknown tag would replay nothing without an error. */
  private static String existing(@Nullable String tag) {
    if (tag == null || TAGS.stream().noneMatch(family -> family.contains(tag))) {
      throw new InvalidValue(ReplayRange.TAG.field(), ReplayRange.TAG.rule());
    }
    return tag;
  }

  /** Parses an instant such as 2026-11-22T12:00:00Z. */
  private static Instant instant(String field, @Nullable String text) {
    if (text == null) {
      throw new InvalidValue(field, "instant");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue(field, "instant");
    }
  }
}
