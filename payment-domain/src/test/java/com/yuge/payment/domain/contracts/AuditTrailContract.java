package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter of {@link AuditTrail} holds to. */
public abstract class AuditTrailContract {
  protected abstract AuditTrail audit();

  protected abstract Transactions transactions();

  /** The steps on that order, oldest first. */
  protected abstract List<AuditEntry> auditsOf(PayNo payNo);

  private final PayNo payNo = aPayNo();

  @ParameterizedTest
  @EnumSource
  void everyActionIsKeptWhole(Action action) {
    AuditEntry entry = entry(action, PayStatus.PAYING, PayStatus.CLOSED, "why");

    record(entry);

    assertThat(auditsOf(payNo)).containsExactly(entry);
    assertThat(auditsOf(aPayNo())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusIsKept(PayStatus status) {
    AuditEntry entry = entry(Action.QUERY, status, status, "why");

    record(entry);

    assertThat(auditsOf(payNo)).containsExactly(entry);
  }

  @Test
  void theLongestDetailIsKeptInAnyScript() {
    AuditEntry plain = entry(Action.NOTIFY, PayStatus.CLOSED, PayStatus.CLOSED, "x".repeat(512));
    AuditEntry chinese = entry(Action.NOTIFY, PayStatus.CLOSED, PayStatus.CLOSED, "支".repeat(512));

    record(plain);
    record(chinese);

    assertThat(auditsOf(payNo)).containsExactly(plain, chinese);
  }

  @Test
  void theSameStepMayBeTakenTwice() {
    AuditEntry entry = entry(Action.QUERY, PayStatus.PAYING, PayStatus.PAYING, "");
    AuditEntry later =
        new AuditEntry(
            payNo, Action.QUERY, PayStatus.PAYING, PayStatus.PAYING, "UNKNOWN", "", LATER);

    record(entry);
    record(entry);
    record(later);

    assertThat(auditsOf(payNo)).containsExactly(entry, entry, later);
  }

  @Test
  void aStepIsLostWithItsTransaction() {
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          audit()
                              .record(
                                  entry(Action.NOTIFY, PayStatus.INIT, PayStatus.SUCCESS, "why"));
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(auditsOf(payNo)).isEmpty();
  }

  private void record(AuditEntry entry) {
    transactions().run(() -> audit().record(entry));
  }

  private AuditEntry entry(Action action, PayStatus before, PayStatus after, String detail) {
    return new AuditEntry(payNo, action, before, after, "UNKNOWN", detail, NOW);
  }
}
