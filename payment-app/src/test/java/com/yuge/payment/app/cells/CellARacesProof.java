package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.PaymentRaces;

/** The races through the router, with orders of the first cell. */
class CellARacesProof extends PaymentRaces {
  CellARacesProof() {
    super(Cells.ONE.api(), Cells.ONE.a.jdbc(), Cells.ordersOfA());
  }
}
