package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.OrderHistory.Entry;
import com.yuge.payment.domain.order.OrderHistory.Records;
import com.yuge.payment.domain.order.Step.Kind;
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
  void pageByPageEveryStepIsToldOnce() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Entry> callbacks = entries(Kind.CALLBACK, random);
      List<Entry> steps = entries(Kind.STEP, random);
      List<Entry> events = entries(Kind.EVENT, random);
      Records all = new Records(callbacks, steps, events);

      List<Step> told = toldOf(all, all);

      assertThat(told)
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(callbacks, steps, events)
                  .flatMap(List::stream)
                  .flatMap(entry -> entry.told().stream())
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
              oneMore(first.steps(), Kind.STEP, random),
              oneMore(first.events(), Kind.EVENT, random));

      assertThat(toldOf(first, later)).as("seed %d", seed).isEqualTo(toldOf(first, first));
    }
  }

  @Test
  void aRecordThatGaveNothingEndsAtItsNewestEntry() {
    Entry old = new Entry(3, List.of(step(Kind.CALLBACK, -1)));
    List<Entry> full =
        LongStream.rangeClosed(1, LIMIT)
            .mapToObj(i -> new Entry(LIMIT + 1 - i, List.of(step(Kind.STEP, LIMIT + 1 - i))))
            .toList();
    TimelinePage page = new TimelinePage(new Records(List.of(old), full, List.of()), LIMIT);

    assertThat(page.takeAll()).isFalse();

    assertThat(page.older()).isEqualTo(new TimelineCursor(4, 1, 0));
  }

  @Test
  void aPageIsTheNewestStepsOldestFirst() {
    List<Step> steps = LongStream.rangeClosed(1, 10).mapToObj(i -> step(Kind.STEP, i)).toList();
    List<Entry> newestFirst =
        LongStream.rangeClosed(1, 10)
            .mapToObj(i -> new Entry(i, List.of(steps.get((int) i - 1))))
            .sorted(Comparator.comparing(Entry::number).reversed())
            .toList();
    TimelinePage page = new TimelinePage(new Records(List.of(), newestFirst, List.of()), LIMIT);

    assertThat(page.takeAll()).isFalse();

    assertThat(page.steps()).isEqualTo(steps.subList(3, 10));
    assertThat(page.older().step()).isEqualTo(4);
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

  private static List<Step> toldOf(Records first, Records later) {
    Records all = first;
    List<Step> told = new ArrayList<>();
    TimelineCursor before = TimelineCursor.NEWEST;
    boolean whole = false;
    while (!whole) {
      TimelinePage page =
          new TimelinePage(
              new Records(
                  older(all.callbacks(), before, TimelineCursor::callback),
                  older(all.steps(), before, TimelineCursor::step),
                  older(all.events(), before, TimelineCursor::event)),
              LIMIT);
      whole = page.takeAll();
      assertThat(page.steps()).hasSizeLessThanOrEqualTo(LIMIT);
      assertThat(page.steps()).extracting(Step::at).isSorted();
      told.addAll(page.steps());
      before = page.older();
      all = later;
    }
    return told;
  }

  private static List<Entry> older(
      List<Entry> entries, TimelineCursor before, ToLongFunction<TimelineCursor> number) {
    return entries.stream()
        .filter(entry -> entry.number() < number.applyAsLong(before))
        .limit(LIMIT + 1)
        .toList();
  }

  private static List<Entry> entries(Kind kind, Random random) {
    int count = random.nextInt(20);
    return LongStream.rangeClosed(1, count)
        .mapToObj(number -> entry(kind, count + 1 - number, random))
        .toList();
  }

  private static List<Entry> oneMore(List<Entry> entries, Kind kind, Random random) {
    Entry newest = entry(kind, entries.size() + 1, random);
    return Stream.concat(Stream.of(newest), entries.stream()).toList();
  }

  private static Entry entry(Kind kind, long number, Random random) {
    Step first = step(kind, 10 * number + random.nextInt(40));
    boolean published = kind == Kind.EVENT && random.nextBoolean();
    return new Entry(
        number,
        published ? List.of(first, step(Kind.PUBLISHED, 10 * number + 50)) : List.of(first));
  }

  private static Step step(Kind kind, long second) {
    return new Step(NOW.plusSeconds(second), kind, "what " + kind, "result", "at " + second);
  }
}
