package com.yuge.payment.app.bench;

import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.UserNo;
import java.math.BigDecimal;

/** Whose payments count against which limits. */
enum LimitedKind {
  NOBODY("orders without user and merchant"),
  UNLIMITED("1,000 users and a merchant without limits"),
  USERS("1,000 users with limits"),
  ONE_SHARD("one merchant with a limit, 1 shard"),
  SHARDS("one merchant with a limit, 16 shards");

  private static final int COUNT = 1_000;
  private static final Money NEVER_REACHED = Money.cny(new BigDecimal("9999999999.00"));

  final String words;

  LimitedKind(String words) {
    this.words = words;
  }

  /** The parties of the payment of this number. */
  Parties parties(int number) {
    UserNo user = new UserNo(name() + number % COUNT);
    MerchantNo merchant = new MerchantNo(name());
    return switch (this) {
      case NOBODY -> Parties.UNSAID;
      case UNLIMITED -> new Parties(merchant, user);
      case USERS -> new Parties(null, user);
      case ONE_SHARD, SHARDS -> new Parties(merchant, null);
    };
  }

  void limit(ChangeLimits limits) {
    switch (this) {
      case NOBODY, UNLIMITED -> {}
      case USERS -> {
        for (int user = 0; user < COUNT; user++) {
          put(limits, new LimitSubject(LimitScope.USER, name() + user), 1);
        }
      }
      case ONE_SHARD -> put(limits, new LimitSubject(LimitScope.MERCHANT, name()), 1);
      case SHARDS -> put(limits, new LimitSubject(LimitScope.MERCHANT, name()), 16);
    }
  }

  private static void put(ChangeLimits limits, LimitSubject subject, int shards) {
    var unused =
        limits.put(
            subject, new Terms(null, NEVER_REACHED, shards), new OperatorReason("bench", "bench"));
  }
}
