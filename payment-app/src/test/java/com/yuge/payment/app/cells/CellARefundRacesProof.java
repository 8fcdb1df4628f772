package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.RefundRaces;

/** The races of refunds through the router, with orders of the first cell. */
class CellARefundRacesProof extends RefundRaces {
  CellARefundRacesProof() {
    super(Cells.ONE.api(), Cells.ONE.a.jdbc(), Cells.ordersOfA());
  }
}
