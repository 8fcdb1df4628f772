package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.RefundRaces;

/** The races of refunds through the router, with orders of the second cell. */
class CellBRefundRacesProof extends RefundRaces {
  CellBRefundRacesProof() {
    super(Cells.ONE.api(), Cells.ONE.b.jdbc(), Cells.ordersOfB());
  }
}
