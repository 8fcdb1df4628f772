package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationLogTest {
  private final PublicationLog publications = new PublicationLog(TestDatabase.jdbc());

  @BeforeEach
  void nothingIsLogged() {
    OutboxTables.clear();
  }

  @Test
  void eachEventOfABatchIsFoundAndNoOther() {
    publications.add(List.of(10L, 12L, 75L, 76L));

    assertThat(rows()).isOne();
    for (long noted : new long[] {10, 12, 75, 76}) {
      assertThat(publications.of(noted)).as("%d", noted).isPresent();
    }
    for (long other : new long[] {1, 7, 9, 11, 13, 74, 77}) {
      assertThat(publications.of(other)).as("%d", other).isEmpty();
    }
  }

  @Test
  void whatWaitedWhileManyOthersWerePublishedIsFoundToo() {
    publications.add(LongStream.range(1, 100).filter(id -> id != 50).boxed().toList());
    publications.add(List.of(50L, 1_000_000L, 1_000_001L));

    assertThat(publications.of(50)).isPresent();
    assertThat(publications.of(51)).isPresent();
    assertThat(publications.of(1_000_001)).isPresent();
    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void theLongestBatchWithTheLargestIdsFits() {
    long first = Long.MAX_VALUE - 100_000;
    List<Long> batch = LongStream.range(0, 1000).map(i -> first + 64 * i).boxed().toList();

    publications.add(batch);

    assertThat(batch).allSatisfy(id -> assertThat(publications.of(id)).isPresent());
    assertThat(OutboxTables.published()).isEqualTo(1000);
  }

  @Test
  void whatIsPublishedAgainKeepsItsFirstTime() {
    publications.add(List.of(1L, 2L));
    OutboxTables.agePublished(Duration.ofDays(1));
    Instant first = publications.of(1).orElseThrow();

    publications.addNew(List.of(1L, 3L));

    assertThat(publications.of(1)).contains(first);
    assertThat(publications.of(3)).hasValueSatisfying(at -> assertThat(at).isAfter(first));
  }

  @Test
  void whatIsNoLongerLoggedIsForgotten() {
    publications.add(List.of(1L, 2L));
    publications.add(List.of(3L, 4L));

    publications.forget(0, 3);

    assertThat(publications.of(2)).isEmpty();
    assertThat(publications.of(3)).isPresent();
  }

  private static int rows() {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_published")
        .query(Integer.class)
        .single();
  }
}
