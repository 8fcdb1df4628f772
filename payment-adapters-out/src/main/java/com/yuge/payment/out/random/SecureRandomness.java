package com.yuge.payment.out.random;

import com.yuge.payment.domain.shared.Randomness;
import java.security.SecureRandom;

/** {@link Randomness} from the platform's secure source, so that pay numbers can't be guessed. */
final class SecureRandomness implements Randomness {
  private final SecureRandom random = new SecureRandom();

  @Override
  public String digits(int count) {
    return random
        .ints(count, '0', '9' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
