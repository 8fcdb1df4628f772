package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundBacklog;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.RefundStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requirements for each adapter of {@link RefundReports}. */
public abstract class RefundReportsContract extends RefundsBench {
  private static final int ALL = 1000;

  protected abstract RefundReports reports();

  /** Removes the refunds that others left behind. */
  protected abstract void nothingIsReported();

  @BeforeEach
  void begin() {
    nothingIsReported();
  }

  @Test
  void withoutRefundsNothingIsReported() {
    assertThat(reports().inStatus(RefundStatus.REFUNDING, 0, ALL)).isEmpty();
    assertThat(reports().backlog(NOW, ALL)).isEqualTo(new RefundBacklog(0, Optional.empty(), 0));
  }

  @ParameterizedTest
  @EnumSource
  void onlyRefundsInTheStatusAreRead(RefundStatus status) {
    for (RefundStatus other : RefundStatus.values()) {
      give(other, NOW);
    }

    assertThat(reports().inStatus(status, 0, ALL))
        .singleElement()
        .satisfies(refund -> assertThat(refunds().find(refund.refundNo())).contains(refund))
        .extracting(Refund::status)
        .isEqualTo(status);
  }

  @Test
  void refundsAreReadPageByPageOldestFirst() {
    List<Refund> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(given(RefundStatus.ABNORMAL, NOW));
      give(RefundStatus.SUCCESS, NOW);
    }

    List<Refund> first = reports().inStatus(RefundStatus.ABNORMAL, 0, 3);
    List<Refund> second = reports().inStatus(RefundStatus.ABNORMAL, first.get(2).id(), 3);

    assertThat(first).containsExactlyElementsOf(all.subList(0, 3));
    assertThat(second).containsExactlyElementsOf(all.subList(3, 5));
    assertThat(reports().inStatus(RefundStatus.ABNORMAL, second.get(1).id(), 3)).isEmpty();
  }

  @Test
  void undecidedRefundsAreCountedAndTheOldestIsKnown() {
    give(RefundStatus.ABNORMAL, NOW.minusSeconds(1));
    give(RefundStatus.REFUNDING, NOW.minusNanos(1_000));
    give(RefundStatus.REFUNDING, NOW);
    give(RefundStatus.REFUNDING, NOW.plusNanos(1_000));
    give(RefundStatus.SUCCESS, NOW.minusSeconds(9));
    give(RefundStatus.FAILED, NOW.minusSeconds(9));

    assertThat(reports().backlog(NOW, ALL))
        .isEqualTo(new RefundBacklog(4, Optional.of(NOW.minusSeconds(1)), 3));
  }

  @Test
  void everyCountEndsAtItsLimit() {
    for (int i = 0; i < 2; i++) {
      give(RefundStatus.REFUNDING, NOW.plusSeconds(i));
      give(RefundStatus.ABNORMAL, NOW.plusSeconds(i));
    }
    Instant later = NOW.plusSeconds(9);

    assertThat(reports().backlog(later, 3)).isEqualTo(new RefundBacklog(3, Optional.of(NOW), 3));
    assertThat(reports().backlog(later, ALL)).isEqualTo(new RefundBacklog(4, Optional.of(NOW), 4));
  }

  private void give(RefundStatus status, Instant createdAt) {
    assertThat(given(status, createdAt).status()).isEqualTo(status);
  }

  private Refund given(RefundStatus status, Instant createdAt) {
    Refund stored = stored(aRefund(wanted(added(aPayOrder())), createdAt));
    return status == RefundStatus.REFUNDING ? stored : written(next(stored, status));
  }
}
