package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdaptiveFetchSizeTest {
  private static final RelaySettings SETTINGS = RelayFixtures.SETTINGS;
  private static final int BATCH = SETTINGS.batchSize();
  private static final long PATIENCE = SETTINGS.renewEvery().toNanos();
  private static final long QUICK = PATIENCE / 4 - 1;

  private final AdaptiveFetchSize size = new AdaptiveFetchSize(SETTINGS);

  @Test
  void isAWholeBatchOfEachPartitionWhileReadsAreInTime() {
    size.took(QUICK, 16 * BATCH);
    size.took(PATIENCE, 16 * BATCH);

    assertThat(size.limit(16)).isEqualTo(BATCH);
  }

  @Test
  void isHalfOfWhatTookTooLong() {
    size.took(PATIENCE + 1, 4 * BATCH);

    assertThat(size.limit(2)).isEqualTo(BATCH);
    assertThat(size.limit(2 * BATCH)).isOne();
  }

  @Test
  void isNeverNothing() {
    size.took(PATIENCE + 1, 0);

    assertThat(size.limit(16)).isOne();
  }

  @Test
  void growsByReadsThatTookAllTheyMightAndWereQuick() {
    size.took(PATIENCE + 1, 0);
    assertThat(size.limit(1)).isOne();

    size.took(PATIENCE, 1);
    assertThat(size.limit(1)).as("quick is what might be twice as long").isOne();
    size.took(QUICK, 1);
    size.took(QUICK, 0);
    assertThat(size.limit(1)).as("one that found nothing says nothing").isEqualTo(2);
    size.took(QUICK, 2);
    assertThat(size.limit(1)).isEqualTo(BATCH);
  }
}
