package com.yuge.payment.channelfakes.http;

/**
 * What a payer chose at a cashier other than to pay. Neither choice decides anything at a real
 * channel: the trade waits until it is paid or ends.
 */
public enum Choice {
  /** The payer has just opened the page. */
  NONE("UNPAID"),
  /** The payment failed; the payer may try again. */
  FAIL("FAILED"),
  /** The payer left without a payment. */
  LEAVE("LEFT");

  private static final String PAYABLE = "UNPAID";

  private final String view;

  Choice(String view) {
    this.view = view;
  }

  /** Returns the view of the page: the choice shows while the trade can still be paid. */
  public String over(String view) {
    return view.equals(PAYABLE) ? this.view : view;
  }

  /** Returns a link back to the choices, or an empty text if there is nothing to choose. */
  public String again(String view, String number) {
    return view.equals(PAYABLE) && this != NONE
        ? "<a href=\"/cashier/%s\">再试一次 Try again</a>".formatted(number)
        : "";
  }
}
