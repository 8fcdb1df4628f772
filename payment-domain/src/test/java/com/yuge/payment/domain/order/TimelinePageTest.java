package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.TimelineEntry.Kind;
import com.yuge.payment.domain.order.Timelines.Records;
import com.yuge.payment.domain.order.Timelines.TimelineRow;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinePageTest {
  private static final int LIMIT = 7;

  /** Clocks of instances differ, so what was recorded later may say that it happened before. */
  @Test
  void pageByPageEveryEntryIsFoundOnce() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<TimelineRow> callbacks = entries(Kind.CALLBACK, random);
      List<TimelineRow> audits = entries(Kind.STEP, random);
      List<TimelineRow> events = entries(Kind.EVENT, random);
      Records all = new Records(callbacks, audits, events);

      List<TimelineEntry> entries = entriesOf(all, all);

      assertThat(entries)
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(callbacks, audits, events)
                  .flatMap(List::stream)
                  .flatMap(entry -> entry.entries().stream())
                  .toList());
    }
  }

  /** It would stand on an older page, before what happened earlier. */
  @Test
  void whatIsRecordedAfterTheFirstPageIsOnNoOlderOne() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Records first =
          new Records(
              entries(Kind.CALLBACK, random),
              entries(Kind.STEP, random),
              entries(Kind.EVENT, random));
      Records later =
          new Records(
              oneMore(first.callbacks(), Kind.CALLBACK, random),
              oneMore(first.audits(), Kind.STEP, random),
              oneMore(first.events(), Kind.EVENT, random));

      assertThat(entriesOf(first, later)).as("seed %d", seed).isEqualTo(entriesOf(first, first));
    }
  }

  @Test
  void aRecordThatGaveNothingEndsAtItsNewestEntry() {
    TimelineRow old = new TimelineRow(3, List.of(entry(Kind.CALLBACK, -1)));
    List<TimelineRow> full =
        LongStream.rangeClosed(1, LIMIT)
            .mapToObj(i -> new TimelineRow(LIMIT + 1 - i, List.of(entry(Kind.STEP, LIMIT + 1 - i))))
            .toList();
    TimelinePage page = new TimelinePage(new Records(List.of(old), full, List.of()), LIMIT);

    assertThat(page.takeAll()).isFalse();

    assertThat(page.older()).isEqualTo(new TimelineCursor(4, 1, 0));
  }

  @Test
  void aPageIsTheNewestEntriesOldestFirst() {
    List<TimelineEntry> entries =
        LongStream.rangeClosed(1, 10).mapToObj(i -> entry(Kind.STEP, i)).toList();
    List<TimelineRow> newestFirst =
        LongStream.rangeClosed(1, 10)
            .mapToObj(i -> new TimelineRow(i, List.of(entries.get((int) i - 1))))
            .sorted(Comparator.comparing(TimelineRow::number).reversed())
            .toList();
    TimelinePage page = new TimelinePage(new Records(List.of(), newestFirst, List.of()), LIMIT);

    assertThat(page.takeAll()).isFalse();

    assertThat(page.entries()).isEqualTo(entries.subList(3, 10));
    assertThat(page.older().audit()).isEqualTo(4);
  }

  @Test
  void aCursorIsReadAsItIsWritten() {
    TimelineCursor cursor = new TimelineCursor(1, 20, 300);

    assertThat(TimelineCursor.of(cursor.toString())).isEqualTo(cursor);
    assertThat(TimelineCursor.of(TimelineCursor.NEWEST.toString()))
        .isEqualTo(TimelineCursor.NEWEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2", "1.2.3.4", "-1.2.3", "1.2.9999999999999999999", "a.b.c"})
  void noOtherTextIsACursor(String text) {
    assertThatThrownBy(() -> TimelineCursor.of(text))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo("before"));
  }

  private static List<TimelineEntry> entriesOf(Records first, Records later) {
    Records all = first;
    List<TimelineEntry> entries = new ArrayList<>();
    TimelineCursor before = TimelineCursor.NEWEST;
    boolean whole = false;
    while (!whole) {
      TimelinePage page =
          new TimelinePage(
              new Records(
                  older(all.callbacks(), before, TimelineCursor::callback),
                  older(all.audits(), before, TimelineCursor::audit),
                  older(all.events(), before, TimelineCursor::event)),
              LIMIT);
      whole = page.takeAll();
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(LIMIT);
      assertThat(page.entries()).extracting(TimelineEntry::at).isSorted();
      entries.addAll(page.entries());
      before = page.older();
      all = later;
    }
    return entries;
  }

  private static List<TimelineRow> older(
      List<TimelineRow> entries, TimelineCursor before, ToLongFunction<TimelineCursor> number) {
    return entries.stream()
        .filter(entry -> entry.number() < number.applyAsLong(before))
        .limit(LIMIT + 1)
        .toList();
  }

  private static List<TimelineRow> entries(Kind kind, Random random) {
    int count = random.nextInt(20);
    return LongStream.rangeClosed(1, count)
        .mapToObj(number -> entry(kind, count + 1 - number, random))
        .toList();
  }

  private static List<TimelineRow> oneMore(List<TimelineRow> entries, Kind kind, Random random) {
    TimelineRow newest = entry(kind, entries.size() + 1, random);
    return Stream.concat(Stream.of(newest), entries.stream()).toList();
  }

  private static TimelineRow entry(Kind kind, long number, Random random) {
    TimelineEntry first = entry(kind, 10 * number + random.nextInt(40));
    boolean published = kind == Kind.EVENT && random.nextBoolean();
    return new TimelineRow(
        number,
        published ? List.of(first, entry(Kind.PUBLISHED, 10 * number + 50)) : List.of(first));
  }

  private static TimelineEntry entry(Kind kind, long second) {
    return new TimelineEntry(
        NOW.plusSeconds(second), kind, "what " + kind, "result", "at " + second);
  }
}
