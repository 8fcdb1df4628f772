package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.OperatorReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How {@link MoneyReports} report unapplied payments that go back. */
public abstract class MoneyRefundsContract extends MoneyStateContract {
  private static final OperatorReason WHY = new OperatorReason("op", "a gift");

  @Test
  void aPaymentThatIsBeingRefundedCannotBeAccepted() {
    PaidTrade late = late();
    PaidTrade held = replaced(late, late.hold(PRICE));

    assertThat(accept(held, WHY)).isFalse();
    assertThat(reports().unapplied(late.id())).contains(held);

    PaidTrade released = replaced(held, held.release(PRICE));
    assertThat(accept(released, WHY)).isTrue();
    assertThat(reports().unapplied(late.id())).contains(accepted(released, WHY));
  }

  /** Whoever accepts has read the payment before the refund began. */
  @Test
  void aRefundThatBeganSinceThePaymentWasReadPreventsItsAcceptance() {
    PaidTrade read = late();
    PaidTrade held = replaced(read, read.hold(PRICE));

    assertThat(accept(read, WHY)).isFalse();

    assertThat(reports().unapplied(State.OPEN, 0, 10)).containsExactly(held);
  }

  @Test
  void aPaymentThatWentBackIsReportedAsRefundedAndIsNotOpen() {
    PaidTrade first = refunded(late());
    PaidTrade open = late();
    PaidTrade second = refunded(late());

    assertThat(reports().unapplied(State.REFUNDED, 0, 1)).containsExactly(first);
    assertThat(reports().unapplied(State.REFUNDED, first.id(), 10)).containsExactly(second);
    assertThat(reports().unapplied(State.OPEN, 0, 10)).containsExactly(open);
    assertThat(reports().unapplied(first.id())).contains(first);
    assertThat(reports().state(NOW, 10).open(Kind.LATE)).isOne();
    assertThat(accept(first, WHY)).isFalse();
  }

  @Test
  void anAcceptedPaymentThatWentBackAfterAllLosesItsReason() {
    PaidTrade late = late();
    PaidTrade held = replaced(late, late.hold(PRICE));
    PaidTrade released = replaced(held, held.release(PRICE));
    assertThat(accept(released, WHY)).isTrue();
    PaidTrade accepted = accepted(released, WHY);

    PaidTrade refunded = replaced(accepted, accepted.refundedLate(PRICE));

    assertThat(refunded.state()).isEqualTo(State.REFUNDED);
    assertThat(refunded.resolved()).isNull();
    assertThat(reports().unapplied(State.REFUNDED, 0, 10)).isEqualTo(List.of(refunded));
    assertThat(trades().of(late.payNo())).isEqualTo(List.of(refunded));
  }

  private PaidTrade late() {
    return taken(payment(added(aPayOrder()), Kind.LATE, PRICE, LATER));
  }

  private PaidTrade refunded(PaidTrade open) {
    PaidTrade held = replaced(open, open.hold(PRICE));
    return replaced(held, held.refunded(PRICE));
  }

  private PaidTrade replaced(PaidTrade before, PaidTrade next) {
    transactions()
        .run(
            () -> {
              PayOrder unused = locked(before.payNo());
              trades().replaceRefunds(before, next);
            });
    return next;
  }
}
