package com.yuge.payment.app.e2e;

/** {@link RefundRaces} in one service. */
class RefundRacesE2eTest extends RefundRaces {
  RefundRacesE2eTest() {
    super(RunningService.ONE.api(), RunningService.ONE.database(), OrderNos.ANY);
  }
}
