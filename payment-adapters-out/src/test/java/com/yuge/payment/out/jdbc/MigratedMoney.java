package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose the trades are by this version's tables. */
record MigratedMoney(Map<String, Owner> owners, Set<String> claims) {
  record Owner(PayNo payNo, Kind kind) {}

  static MigratedMoney read(JdbcClient jdbc) {
    Map<String, Owner> owners = new HashMap<>();
    jdbc.sql("SELECT trade_no, pay_no, kind FROM t_pay_trade")
        .query(
            row -> {
              PayNo payNo = new PayNo(row.getString("pay_no"));
              Owner owner = new Owner(payNo, Kind.valueOf(row.getString("kind")));
              owners.put(row.getString("trade_no"), owner);
            });
    Set<String> claims =
        new HashSet<>(
            jdbc.sql("SELECT CONCAT(trade_no, ' ', pay_no) FROM t_pay_trade_claim")
                .query(String.class)
                .list());
    return new MigratedMoney(owners, claims);
  }

  /** What is neither the order's payment of that kind nor its claim to another order's. */
  List<PreviousLoad.Heard> missingOf(Collection<PreviousLoad.Heard> heard) {
    return heard.stream()
        .filter(one -> !new Owner(one.payNo(), one.kind()).equals(owners.get(one.tradeNo())))
        .filter(one -> !isClaim(one.tradeNo(), one.payNo()))
        .toList();
  }

  boolean has(String tradeNo, PayNo payNo) {
    Owner owner = owners.get(tradeNo);
    boolean owned = owner != null && owner.payNo().equals(payNo);
    return owned || isClaim(tradeNo, payNo);
  }

  // A claim counts only where somebody else has the trade.
  private boolean isClaim(String tradeNo, PayNo payNo) {
    Owner owner = owners.get(tradeNo);
    return owner != null && !owner.payNo().equals(payNo) && claims.contains(tradeNo + " " + payNo);
  }
}
