package com.yuge.payment.out.random;

import com.yuge.payment.domain.contracts.RandomnessContract;
import com.yuge.payment.domain.shared.Randomness;

class SecureRandomnessTest extends RandomnessContract {
  @Override
  protected Randomness randomness() {
    return new SecureRandomness();
  }
}
