package com.yuge.payment.in.ops;

import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.outbox.ReplayRange;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.Malformed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What an operator sends, read by its rules. */
final class Fields {
  private static final Grammar PAGE = Grammar.of("limit", "page", "[0-9]{1,4}");
  private static final Grammar ROW = Grammar.of("goOnAfter", "row", "[0-9]{1,18}");
  private static final Grammar AFTER = PayNo.GRAMMAR.of("after");
  private static final int PAGE_SIZE = 100;

  private Fields() {}

  /** What is to be replayed: one of a pay order, an event, or a tag with a time. */
  record Target(
      @Nullable String payNo,
      @Nullable String eventId,
      @Nullable String tag,
      @Nullable String from,
      @Nullable String to,
      @Nullable String goOnAfter) {}

  static OperatorReason reason(@Nullable String by, @Nullable String reason) {
    return Malformed.unless(
        () ->
            new OperatorReason(
                present(by, OperatorReason.BY), present(reason, OperatorReason.REASON)));
  }

  static String present(@Nullable String text, Grammar grammar) {
    if (text == null) {
      throw new InvalidValue(grammar.field(), grammar.rule());
    }
    return text;
  }

  /**
   * The name of an event that there is: of any other nothing would be replayed, and nobody told.
   */
  static String tag(@Nullable String tag) {
    if (tag == null || !PayOrderEvent.TAGS.contains(tag)) {
      throw new InvalidValue(ReplayRange.TAG.field(), ReplayRange.TAG.rule());
    }
    return tag;
  }

  static int pageSize(@Nullable String limit) {
    if (limit == null) {
      return PAGE_SIZE;
    }
    PAGE.check(limit);
    return Integer.parseInt(limit);
  }

  /** Empty before the first page; the database compares its ASCII keys with nothing else. */
  static String after(@Nullable String last) {
    if (last == null || last.isEmpty()) {
      return "";
    }
    AFTER.check(last);
    return last;
  }

  static long row(@Nullable String goOnAfter) {
    if (goOnAfter == null) {
      return 0;
    }
    ROW.check(goOnAfter);
    return Long.parseLong(goOnAfter);
  }

  /** A moment such as 2026-11-22T12:00:00Z. */
  static Instant instant(String field, @Nullable String text) {
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
