package com.yuge.payment.channelfakes.alipay;

/** The one payer of the fake. */
final class Buyer {
  static final String ID = "2088102177846880";
  static final String LOGON = "fak***@sandbox.com";

  /** The payer's name in bills. */
  static final String NAMED = "*家(" + LOGON + ")";

  private Buyer() {}
}
