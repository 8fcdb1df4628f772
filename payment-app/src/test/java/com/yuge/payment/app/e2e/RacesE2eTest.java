package com.yuge.payment.app.e2e;

/** {@link PaymentRaces} in one service. */
class RacesE2eTest extends PaymentRaces {
  RacesE2eTest() {
    super(RunningService.ONE.api(), RunningService.ONE.database(), OrderNos.ANY);
  }
}
