package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.RacesE2eTest;

/** The races through the router, with orders of the second cell. */
class CellBRacesProof extends RacesE2eTest {
  CellBRacesProof() {
    super(Cells.ONE.api(), Cells.ONE.b.jdbc(), Cells.ordersOfB());
  }
}
