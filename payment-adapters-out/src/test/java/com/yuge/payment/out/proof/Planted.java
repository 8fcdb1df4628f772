package com.yuge.payment.out.proof;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The discrepancies that are to be found. */
final class Planted {
  private final List<Supplier<Found>> all = new ArrayList<>();

  /**
   * A discrepancy.
   *
   * @param end how it was resolved; null while it is open
   */
  record Found(
      PayChannel channel, DiscrepancyType type, String subject, @Nullable Resolution end) {}

  /** One that stays open. */
  void add(Desk desk, DiscrepancyType type, Supplier<String> subject) {
    add(desk, type, subject, null);
  }

  void add(Desk desk, DiscrepancyType type, Supplier<String> subject, @Nullable Resolution end) {
    all.add(() -> new Found(desk.channel(), type, subject.get(), end));
  }

  List<Found> all() {
    return all.stream().map(Supplier::get).toList();
  }
}
