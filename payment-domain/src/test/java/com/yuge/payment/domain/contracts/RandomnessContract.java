package com.yuge.payment.domain.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Randomness;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter of {@link Randomness} holds to. */
public abstract class RandomnessContract {
  protected abstract Randomness randomness();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12, 19, 40})
  void soManyAsciiDigitsAreGiven(int count) {
    assertThat(randomness().digits(count)).matches("[0-9]{" + count + "}");
  }

  /** A thousand draws of 12 digits meet by chance once in two million runs. */
  @Test
  void drawsDiffer() {
    Set<String> seen = new HashSet<>();
    for (int draw = 0; draw < 1_000; draw++) {
      seen.add(randomness().digits(PayNo.RANDOM_DIGITS));
    }
    assertThat(seen).hasSize(1_000);
  }
}
