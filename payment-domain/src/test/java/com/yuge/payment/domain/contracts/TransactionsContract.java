package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Transactions} holds to: all or nothing, seen on pay orders. */
public abstract class TransactionsContract extends PayOrdersBench {
  private final PayOrder first = aPayOrder();
  private final PayOrder second = aPayOrder();
  private final List<String> done = new ArrayList<>();

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
              Race<Boolean> read = Race.of(1, () -> isStored(first));
              assertThat(read.answers()).containsExactly(false);
            });

    assertThat(isStored(first)).isTrue();
  }

  @Test
  void afterTheCommitWhatIsOwedIsDoneInItsOrderByTheSameThread() {
    transactions()
        .run(
            () -> {
              add(first);
              owe("first: " + Thread.currentThread());
              owe("second");
              assertThat(done).isEmpty();
            });

    assertThat(done).containsExactly("first: " + Thread.currentThread(), "second");
  }

  @Test
  void whatIsOwedIsDoneWhenOthersSeeTheCommit() {
    transactions()
        .run(
            () -> {
              add(first);
              transactions()
                  .afterCommit(
                      () -> done.add("seen: " + Race.of(1, () -> isStored(first)).answers()));
            });

    assertThat(done).containsExactly("seen: [true]");
  }

  @Test
  void aNestedCallOwesItOnceTheOutermostHasCommitted() {
    transactions()
        .run(
            () -> {
              transactions().run(() -> owe("nested"));
              assertThat(done).isEmpty();
            });

    assertThat(done).containsExactly("nested");
  }

  @Test
  void aStatementOnItsOwnOwesToo() {
    transactions()
        .runSingle(
            () -> {
              add(first);
              owe("done");
            });

    assertThat(isStored(first)).isTrue();
    assertThat(done).containsExactly("done");
  }

  @Test
  void afterARollbackNothingIsOwed() {
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          owe("never");
                          throw bug;
                        }))
        .isSameAs(bug);
    transactions().run(() -> add(first));

    assertThat(done).isEmpty();
  }

  @Test
  void whatFailsAfterTheCommitNeitherUndoesItNorKeepsBackTheRest() {
    String answer =
        transactions()
            .call(
                () -> {
                  add(first);
                  transactions()
                      .afterCommit(
                          () -> {
                            throw new StoreUnavailable("after the commit", new Throwable("test"));
                          });
                  owe("the rest");
                  return "done";
                });

    assertThat(answer).isEqualTo("done");
    assertThat(isStored(first)).isTrue();
    assertThat(done).containsExactly("the rest");
  }

  @Test
  void afterTheCommitAnotherTransactionMayBegin() {
    transactions()
        .run(() -> transactions().afterCommit(() -> transactions().run(() -> add(first))));

    assertThat(isStored(first)).isTrue();
  }

  @Test
  void outsideATransactionNothingCanBeOwed() {
    assertThatThrownBy(() -> owe("never")).isInstanceOf(IllegalStateException.class);

    transactions()
        .run(
            () ->
                transactions()
                    .afterCommit(
                        () -> {
                          owe("never");
                          done.add("not reached");
                        }));

    assertThat(done).isEmpty();
  }

  private void owe(String what) {
    transactions().afterCommit(() -> done.add(what));
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
