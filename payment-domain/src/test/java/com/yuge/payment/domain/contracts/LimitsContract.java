package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.limit.Limits;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requirements for each adapter of {@link Limits}. */
public abstract class LimitsContract {
  private static final LimitSubject EACH = new LimitSubject(LimitScope.USER, LimitSubject.EACH);

  private final LimitSubject user = new LimitSubject(LimitScope.USER, aNonce());
  private final LimitSubject merchant = new LimitSubject(LimitScope.MERCHANT, aNonce());

  protected abstract Limits limits();

  protected abstract Transactions transactions();

  @AfterEach
  void removeThatOfEach() {
    remove(EACH);
  }

  @Test
  void whoHasNoLimitHasNone() {
    assertThat(limits().of(List.of(user, merchant))).isEmpty();
    assertThat(held(user, merchant)).isEmpty();
  }

  @Test
  void theOwnLimitHoldsAndOtherwiseThatOfEach() {
    Limit ofEach = put(new Limit(EACH, yuan("1.00"), null, 1, 1));
    Limit own = put(new Limit(user, null, yuan("9999999999.99"), 64, 7));
    LimitSubject other = new LimitSubject(LimitScope.USER, aNonce());

    assertThat(limits().of(List.of(user))).containsExactly(own);
    assertThat(held(user, merchant)).containsExactly(own);
    assertThat(limits().of(List.of(other))).containsExactly(ofEach);
    assertThat(held(other)).containsExactly(ofEach);
  }

  @Test
  void bothScopesAreReadInTheirOrder() {
    Limit ofMerchant = put(new Limit(merchant, yuan("2.00"), yuan("3.00"), 2, 1));
    Limit ofUser = put(new Limit(user, yuan("1.00"), yuan("2.00"), 1, 1));

    assertThat(held(user, merchant)).containsExactly(ofUser, ofMerchant);
    assertThat(limits().of(List.of(merchant))).containsExactly(ofMerchant);
  }

  @Test
  void aLimitIsReplacedAndRemoved() {
    Limit first = put(new Limit(user, yuan("1.00"), yuan("2.00"), 1, 1));
    Limit second = put(new Limit(user, null, yuan("5.00"), 3, 2));

    assertThat(second).isNotEqualTo(first);
    assertThat(limits().of(List.of(user))).containsExactly(second);
    assertThat(transactions().call(() -> limits().lock(user))).contains(second);

    remove(user);
    assertThat(limits().of(List.of(user))).isEmpty();
  }

  @Test
  void thatOfEachIsSetAgainAfterItsRemoval() {
    Limit first = put(new Limit(EACH, yuan("1.00"), null, 1, 1));
    remove(EACH);
    assertThat(limits().of(List.of(user))).isEmpty();

    assertThat(put(first)).isEqualTo(first);
    assertThat(limits().of(List.of(user))).containsExactly(first);
  }

  @Test
  void aPageFollowsTheOneBefore() {
    String prefix = aNonce().substring(0, 20);
    List<Limit> all =
        Stream.of("A", "B", "C")
            .map(end -> new LimitSubject(LimitScope.MERCHANT, prefix + end))
            .map(subject -> put(new Limit(subject, yuan("1.00"), null, 1, 1)))
            .toList();

    assertThat(limits().after(LimitScope.MERCHANT, prefix, 2))
        .containsExactlyElementsOf(all.subList(0, 2));
    assertThat(limits().after(LimitScope.MERCHANT, prefix + "B", 1)).containsExactly(all.get(2));
  }

  @Test
  void nothingIsHeldOutsideATransaction() {
    assertThatThrownBy(() -> limits().hold(List.of(user)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> limits().lock(user)).isInstanceOf(IllegalStateException.class);
  }

  private List<Limit> held(LimitSubject... subjects) {
    return transactions().call(() -> limits().hold(List.of(subjects)));
  }

  private Limit put(Limit limit) {
    transactions()
        .run(
            () -> {
              assertThat(limits().lock(limit.subject()).map(Limit::version))
                  .isNotEqualTo(Optional.of(limit.version()));
              limits().put(limit);
            });
    return limit;
  }

  private void remove(LimitSubject subject) {
    transactions()
        .run(() -> limits().lock(subject).ifPresent(limit -> limits().remove(limit.subject())));
  }
}
