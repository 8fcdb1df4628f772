package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.RandomnessContract;
import com.yuge.payment.domain.shared.Randomness;

class CountingDigitsTest extends RandomnessContract {
  private final Randomness digits = new CountingDigits();

  @Override
  protected Randomness randomness() {
    return digits;
  }
}
