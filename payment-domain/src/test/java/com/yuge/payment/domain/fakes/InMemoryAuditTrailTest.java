package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.AuditTrailContract;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;

class InMemoryAuditTrailTest extends AuditTrailContract {
  private final InMemoryStore store = new InMemoryStore();
  private final AuditTrail audit = new InMemoryAuditTrail(store);

  @Override
  protected AuditTrail audit() {
    return audit;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected List<AuditEntry> auditsOf(PayNo payNo) {
    return store.audits().stream().filter(step -> step.payNo().equals(payNo)).toList();
  }
}
