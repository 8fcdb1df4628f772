package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** READ COMMITTED: readers wait for nobody, writers for whoever holds the row, within bounds. */
public abstract class PayOrdersLockContract extends PayOrdersGuardContract {
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void letTheOtherGo() {
    other.shutdownNow();
  }

  @Test
  void aReadWaitsForNobodyAndSeesWhatIsCommitted() {
    PayOrder order = added(aPayOrder());

    PayOrder seen =
        transactions()
            .call(
                () -> {
                  orders().advance(paying(locked(order.payNo())));
                  return Race.answerOf(
                      other.submit(() -> orders().find(order.payNo()).orElseThrow()));
                });

    assertThat(seen).isEqualTo(order);
    assertStored(paying(order));
  }

  @Test
  void anUnlockedWriteWaitsForTheHolderAndIsThenStale() {
    PayOrder order = added(aPayOrder());

    Future<PayOrder> late =
        transactions()
            .call(
                () -> {
                  PayOrder mine = locked(order.payNo());
                  Future<PayOrder> theirs = other.submit(() -> advanced(closed(order)));
                  orders().advance(paying(mine));
                  return theirs;
                });

    assertThatThrownBy(() -> late.get(Race.PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining(order.payNo().value());
    assertStored(paying(order));
  }

  @Test
  void anAddWaitsForItsTwinAndIsRefusedOnceThatIsCommitted() {
    OrderNo orderNo = anOrderNo();

    Future<PayOrder> second =
        transactions()
            .call(
                () -> {
                  PayOrder unused = orders().add(aPayOrder(orderNo));
                  return other.submit(() -> added(aPayOrder(orderNo)));
                });

    assertThatThrownBy(() -> second.get(Race.PATIENCE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DuplicateOrderNo.class);
  }

  @Test
  void whoWaitsTooLongIsToldToComeBack() {
    PayOrder order = added(aPayOrder());

    Future<PayOrder> patient =
        transactions()
            .call(
                () -> {
                  PayOrder unused = locked(order.payNo());
                  Future<PayOrder> theirs = other.submit(() -> advanced(closed(order)));
                  awaitEndOf(theirs);
                  return theirs;
                });

    assertThatThrownBy(patient::get).hasCauseInstanceOf(StoreUnavailable.class);
    assertStored(order);
  }

  private static void awaitEndOf(Future<?> future) {
    try {
      Object unused = future.get(Race.PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException asExpected) {
      assertThat(future).isDone();
    } catch (Exception e) {
      throw new AssertionError("waits for ever", e);
    }
  }
}
