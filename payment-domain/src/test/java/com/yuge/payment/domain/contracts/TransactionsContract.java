package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Transactions;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Transactions} holds to: all or nothing, seen on pay orders. */
public abstract class TransactionsContract extends PayOrdersBench {
  private final PayOrder first = aPayOrder();
  private final PayOrder second = aPayOrder();

  @Test
  void theWorkIsKeptAndItsAnswerGiven() {
    String answer =
        transactions()
            .call(
                () -> {
                  add(first);
                  add(second);
                  return "done";
                });

    assertThat(answer).isEqualTo("done");
    assertThat(isStored(first)).isTrue();
    assertThat(isStored(second)).isTrue();
  }

  @Test
  void afterAnExceptionNothingIsKeptAndTheCallerGetsThatVeryException() {
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(() -> addBothAnd(() -> bug)).isSameAs(bug);

    assertNothingStored();
  }

  @Test
  void afterAnErrorNothingIsKept() {
    StackOverflowError error = new StackOverflowError();

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          add(first);
                          throw error;
                        }))
        .isSameAs(error);

    assertNothingStored();
  }

  @Test
  void aNestedCallIsLostWithTheOuterOne() {
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          transactions().run(() -> add(first));
                          throw bug;
                        }))
        .isSameAs(bug);

    assertNothingStored();
  }

  @Test
  void aNestedCallSeesWhatTheOuterOneWrote() {
    boolean seen =
        transactions()
            .call(
                () -> {
                  add(first);
                  return transactions().call(() -> orders().lock(first.payNo()).isPresent());
                });

    assertThat(seen).isTrue();
  }

  @Test
  void aNestedFailureEndsTheOuterCallTooEvenIfItIsSwallowed() {
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          add(first);
                          assertThatThrownBy(() -> addBothAnd(IllegalArgumentException::new))
                              .isInstanceOf(RuntimeException.class);
                        }))
        .isInstanceOf(RuntimeException.class);

    assertNothingStored();
  }

  @Test
  void aFailureDoesNotReachTheNextTransaction() {
    assertThatThrownBy(() -> addBothAnd(IllegalArgumentException::new))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(added(first).id()).isPositive();
    assertThat(isStored(first)).isTrue();
  }

  @Test
  void whatIsNotCommittedIsSeenByNobody() {
    transactions()
        .run(
            () -> {
              add(first);
              Race<Boolean> look = Race.of(1, () -> isStored(first));
              assertThat(look.answers()).containsExactly(false);
            });

    assertThat(isStored(first)).isTrue();
  }

  private void add(PayOrder order) {
    assertThat(orders().add(order).id()).isPositive();
  }

  private void addBothAnd(Supplier<RuntimeException> bug) {
    transactions()
        .run(
            () -> {
              add(first);
              add(second);
              throw bug.get();
            });
  }

  private boolean isStored(PayOrder order) {
    return orders().find(order.payNo()).isPresent();
  }

  private void assertNothingStored() {
    assertThat(isStored(first)).isFalse();
    assertThat(isStored(second)).isFalse();
  }
}
