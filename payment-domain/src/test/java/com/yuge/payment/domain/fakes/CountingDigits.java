package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.shared.Randomness;
import java.util.concurrent.atomic.AtomicLong;

/** Digits that count up, so that tests can foresee them. */
public final class CountingDigits implements Randomness {
  private final AtomicLong next = new AtomicLong();

  @Override
  public String digits(int count) {
    return String.format("%0" + count + "d", next.incrementAndGet());
  }
}
