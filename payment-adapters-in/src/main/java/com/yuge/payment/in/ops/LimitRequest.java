package com.yuge.payment.in.ops;

import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.in.web.NumberAsWritten;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A limit that an operator sets. A missing amount means that there is no such limit. A missing
 * number of shards means one.
 */
record LimitRequest(
    @Nullable String by,
    @Nullable String reason,
    @JsonDeserialize(using = NumberAsWritten.class) @Nullable String perTransaction,
    @JsonDeserialize(using = NumberAsWritten.class) @Nullable String perDay,
    @JsonDeserialize(using = NumberAsWritten.class) @Nullable String shards) {
  // Money does not accept zero, and a limit of zero would block every payment.
  private static final Grammar AMOUNT =
      Grammar.of("perDay", "amount", "(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?");
  private static final Grammar SHARDS = Grammar.of("shards", "limit-shards", "[1-9][0-9]?");

  OperatorReason why() {
    return new OperatorReason(OperatorReason.BY.require(by), OperatorReason.REASON.require(reason));
  }

  Terms terms() {
    return new Terms(
        money("perTransaction", perTransaction),
        money("perDay", perDay),
        shards == null ? 1 : Integer.parseInt(SHARDS.require(shards)));
  }

  private static @Nullable Money money(String field, @Nullable String amount) {
    return amount == null
        ? null
        : Money.cny(field, new BigDecimal(AMOUNT.of(field).require(amount)));
  }
}
