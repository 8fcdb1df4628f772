package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A channel that is away makes more checks due than there are; no other order waits for it. */
class ClaimDueOrdersTest {
  private static final int BACKLOG = 40;
  private static final int ROTATION = 8;

  private final InMemoryPayments payments = new InMemoryPayments();

  /** One place at a time is what a busy instance asks for. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void anExpiredOrderIsTakenBesideABacklogOfOrdersThatAreBeingPaid(int limit) {
    backlogOf(PayStatus.PAYING);
    PayNo expired = due(PayStatus.INIT, 1).get(0);

    assertThat(takenIn(ROTATION, limit)).contains(expired);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void aCheckAfterTheEndIsTakenBesideABacklogOfEveryOtherStatus(PayStatus ended) {
    for (PayStatus other : PayStatus.values()) {
      if (other != ended) {
        backlogOf(other);
      }
    }
    PayNo check = due(ended, 1).get(0);

    assertThat(takenIn(ROTATION, 1)).contains(check);
  }

  @ParameterizedTest
  @CsvSource({"PAYING, 3", "INIT, 2", "SUCCESS, 1", "FAILED, 1", "CLOSED, 1"})
  void whenEverythingIsDueEachStatusHasItsShare(PayStatus status, int share) {
    for (PayStatus each : PayStatus.values()) {
      if (each != status) {
        backlogOf(each);
      }
    }
    List<PayNo> own = due(status, BACKLOG);

    assertThat(takenIn(ROTATION, ROTATION)).filteredOn(own::contains).hasSize(share);
  }

  @ParameterizedTest
  @EnumSource
  void noPlaceStaysEmptyWhileAnythingIsDue(PayStatus status) {
    List<PayNo> due = due(status, BACKLOG);

    assertThat(payments.claim.handle(16)).hasSize(16).isSubsetOf(due);
  }

  private List<PayNo> takenIn(int places, int limit) {
    List<PayNo> taken = new ArrayList<>();
    for (int asked = 0; asked < places; asked += limit) {
      taken.addAll(payments.claim.handle(limit));
    }
    return taken;
  }

  private void backlogOf(PayStatus status) {
    assertThat(due(status, BACKLOG)).hasSize(BACKLOG);
  }

  private List<PayNo> due(PayStatus status, int count) {
    return IntStream.range(0, count).mapToObj(i -> due(status)).toList();
  }

  private PayNo due(PayStatus status) {
    PayOrder order = payments.given(aPayOrder(status));
    payments.due.scheduleCheck(order, Duration.ZERO);
    return order.payNo();
  }
}
