package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LowWaterMarkTest {
  private static final long ALL = ScanSpan.UNBOUNDED;

  private final LowWaterMark mark = new LowWaterMark();

  /** Whatever commits when: in order, and nothing for ever below the mark. */
  @Property(tries = 300)
  void noEventIsPublishedBeforeAnEarlierOneOfItsOrder(@ForAll Random chance) {
    OpenTransactions world = new OpenTransactions(chance, OpenTransactions.LONGEST);
    run(world);

    assertThat(world.mark()).as("it trails, but it comes").isEqualTo(world.newest());
  }

  /** The property above would see it. */
  @Test
  void aMarkThatTrailsByLessThanTheLongestTransactionPublishesOutOfOrderOrNever() {
    assertThatThrownBy(() -> runMany(chance -> new OpenTransactions(chance, 50)))
        .isInstanceOf(AssertionError.class);
  }

  /** It would see that, too: a later event of the unblocked order waits already. */
  @Test
  void aMarkThatNoUnblockResetsPublishesOutOfOrderOrNever() {
    assertThatThrownBy(() -> runMany(OpenTransactions::deaf)).isInstanceOf(AssertionError.class);
  }

  private static void runMany(Function<Random, OpenTransactions> worlds) {
    for (int seed = 0; seed < 300; seed++) {
      run(worlds.apply(new Random(seed)));
    }
  }

  private static void run(OpenTransactions world) {
    for (int i = 0; i < 300; i++) {
      world.anything();
    }
    world.calmDown();
    assertThat(world.waiting()).isZero();
  }

  @Test
  void risesToWhatIsSettledIfNothingWaitsBelow() {
    RowRange range = mark.next(3, 90, 70, ALL);
    mark.foundNothing(range, 90);

    assertThat(range).isEqualTo(RowRange.whole(3));
    assertThat(mark.row()).isEqualTo(70);
    assertThat(mark.next(3, 90, 70, ALL)).isEqualTo(new RowRange(3, 70, RowRange.END));
  }

  @Test
  void staysBelowWhatWaits() {
    mark.found(40, mark.next(3, 90, 70, ALL), 90);

    assertThat(mark.row()).isEqualTo(40);
  }

  @Test
  void neverGoesBackByItself() {
    mark.foundNothing(mark.next(3, 90, 70, ALL), 90);
    mark.foundNothing(mark.next(3, 90, 0, ALL), 90);

    assertThat(mark.row()).isEqualTo(70);

    mark.reset();

    assertThat(mark.next(3, 90, 0, ALL)).isEqualTo(RowRange.whole(3));
  }

  @Test
  void whatIsMoreThanOneReadMayCoverIsReadInPiecesUpToTheNewest() {
    RowRange first = mark.next(3, 25, 0, 10);
    mark.foundNothing(first, 27);
    RowRange second = mark.next(3, 27, 0, 10);
    mark.foundNothing(second, 27);
    RowRange third = mark.next(3, 27, 0, 10);
    mark.foundNothing(third, 27);

    assertThat(first).isEqualTo(new RowRange(3, 0, 9));
    assertThat(second).isEqualTo(new RowRange(3, 10, 19));
    assertThat(third).as("up to the newest at the scan's begin").isEqualTo(new RowRange(3, 20, 25));
    assertThat(mark.hasMore()).isTrue();
    assertThat(mark.next(3, 27, 0, 100)).as("the next scan").isEqualTo(RowRange.whole(3));
  }

  @Test
  void aPieceIsReadAgainUntilNothingOfItWaits() {
    RowRange piece = mark.next(3, 25, 0, 10);
    mark.found(4, piece, 25);

    assertThat(mark.next(3, 25, 0, 10)).isEqualTo(piece);
  }

  @Test
  void aScanCountsOnWhatWasSettledWhenItBegan() {
    mark.foundNothing(mark.next(3, 25, 8, 10), 25);
    mark.foundNothing(mark.next(3, 25, 25, 10), 25);

    assertThat(mark.row()).isEqualTo(8);
  }
}
