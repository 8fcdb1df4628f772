package com.yuge.payment.app.proof;

import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.RefundFaults;
import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;

/** How the refunds of an order go at the channel, and how it can be known that they are done. */
public enum RefundPlan {
  AT_ONCE,
  /** Only the callback or a query tells. */
  LATER,
  /** Only a query tells. */
  LATER_WITHOUT_CALLBACK,
  /** Only a query tells; the refund was made. */
  ANSWER_LOST,
  /** The service waits for the answer until it comes, or is killed. */
  ANSWER_LATE,
  ABNORMAL,
  CLOSED;

  public Faults faults() {
    return switch (this) {
      case AT_ONCE -> Faults.NONE;
      case LATER -> Faults.ofRefunds(RefundFaults.of(OfRefund.SLOW).doneAfter(300));
      case LATER_WITHOUT_CALLBACK ->
          Faults.ofRefunds(RefundFaults.of(OfRefund.SLOW).doneAtQuery(2)).with(OfCallbacks.LOST);
      case ANSWER_LOST -> Faults.ofAnswers(OfAnswer.DROP, Call.REFUND).with(OfCallbacks.LOST);
      case ANSWER_LATE -> Faults.ofAnswers(OfAnswer.NONE, Call.REFUND).delayed(500);
      case ABNORMAL -> Faults.ofRefunds(RefundFaults.of(OfRefund.ABNORMAL));
      case CLOSED -> Faults.ofRefunds(RefundFaults.of(OfRefund.CLOSED));
    };
  }
}
