package com.yuge.payment.consumer;

/**
 * What an application does with the events. Each method is called in a transaction of the
 * application's database. An exception rolls it back, and the event is delivered again.
 *
 * <p>If the handler has no method for a kind of event about an order, the event comes to {@link
 * #onOther}, which each application must write. So nothing about an order's money is ignored unless
 * the application says so, and an upgrade of this kit that brings a new kind neither breaks the
 * build nor drops the events.
 */
@FunctionalInterface
public interface PaymentEventHandler {
  /** An event about an order, of any kind that the handler has no method for. */
  void onOther(PaymentEvent event);

  default void onPaymentSucceeded(PaymentSucceeded event) {
    onOther(event);
  }

  default void onPaymentFailed(PaymentFailed event) {
    onOther(event);
  }

  default void onPaymentClosed(PaymentClosed event) {
    onOther(event);
  }

  default void onPaymentLateSucceeded(PaymentLateSucceeded event) {
    onOther(event);
  }

  default void onPaymentMismatched(PaymentMismatched event) {
    onOther(event);
  }

  default void onPaymentAmountDiffered(PaymentAmountDiffered event) {
    onOther(event);
  }

  default void onRefundSucceeded(RefundSucceeded event) {
    onOther(event);
  }

  default void onRefundFailed(RefundFailed event) {
    onOther(event);
  }

  default void onRefundLateSucceeded(RefundLateSucceeded event) {
    onOther(event);
  }

  /**
   * Does nothing unless the application overrides it: a statement is about no order, and most shops
   * leave it to finance.
   */
  default void onStatementMatched(StatementMatched event) {}
}
