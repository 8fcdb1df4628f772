package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.PaymentRaces;

/** The races through the router, with orders of the second cell. */
class CellBRacesProof extends PaymentRaces {
  CellBRacesProof() {
    super(Cells.ONE.api(), Cells.ONE.b.jdbc(), Cells.ordersOfB());
  }
}
