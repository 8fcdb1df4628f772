package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.RefundRacesE2eTest;

/** The races of refunds through the router, with orders of the first cell. */
class CellARefundRacesProof extends RefundRacesE2eTest {
  CellARefundRacesProof() {
    super(Cells.ONE.api(), Cells.ONE.a.jdbc(), Cells.ordersOfA());
  }
}
