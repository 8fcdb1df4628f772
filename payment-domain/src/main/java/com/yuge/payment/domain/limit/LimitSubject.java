package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.Parties;
import java.util.ArrayList;
import java.util.List;

/**
 * A user, a merchant, or {@link #EACH} for all users or merchants without a limit of their own.
 *
 * @param no the user's or the merchant's number, or {@link #EACH}
 */
public record LimitSubject(LimitScope scope, String no) {
  /** The default limit of every subject without a limit of its own; each counts separately. */
  public static final String EACH = "*";

  public static final Grammar GRAMMAR =
      Grammar.of("subject", "limit-subject", "\\*|[A-Za-z0-9_-]{1,32}");

  public LimitSubject {
    GRAMMAR.check(no);
  }

  /** The user and the merchant of an order as subjects, in the order in which they are locked. */
  static List<LimitSubject> of(Parties parties) {
    List<LimitSubject> subjects = new ArrayList<>();
    if (parties.userNo() != null) {
      subjects.add(new LimitSubject(LimitScope.USER, parties.userNo().value()));
    }
    if (parties.merchantNo() != null) {
      subjects.add(new LimitSubject(LimitScope.MERCHANT, parties.merchantNo().value()));
    }
    return subjects;
  }

  /** The subject whose limit applies if this one has none of its own. */
  public LimitSubject each() {
    return new LimitSubject(scope, EACH);
  }
}
