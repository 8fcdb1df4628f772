package com.yuge.payment.out.proof;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import com.yuge.payment.domain.statement.StatementKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the files of a channel when they are fetched first. */
record FileScenario(Desk desk, BillFault fault) {
  private static final List<BillFault> FAULTS =
      List.of(
          BillFault.NONE,
          BillFault.WRONG_TOTALS,
          BillFault.MISSING,
          BillFault.TRUNCATED,
          BillFault.LATE,
          BillFault.WRONG_HASH);

  /** A channel that says that a bill of a second kind does not exist is believed. */
  static FileScenario of(Desk desk, int turn, boolean hasSecondBill) {
    BillFault fault = FAULTS.get(Math.floorMod(turn, FAULTS.size()));
    boolean lost = fault == BillFault.MISSING && hasSecondBill;
    return new FileScenario(desk, lost ? BillFault.LATE : fault);
  }

  /** Plants what is to be found of the file, and of the second one if the channel has one. */
  void plant(Service service, Scene scene, boolean hasSecondBill) {
    List<StatementSource> sources = service.sources(desk.channel());
    DiscrepancyType type = type();
    if (type != null) {
      sources.stream()
          .limit(type == DiscrepancyType.TOTALS && hasSecondBill ? 2 : 1)
          .forEach(source -> plant(scene, type, source));
    }
  }

  private void plant(Scene scene, DiscrepancyType type, StatementSource source) {
    scene.planted.add(
        desk, type, () -> key(desk, source, scene.day).subject(), Resolution.LATER_FILE);
  }

  static StatementKey key(Desk desk, StatementSource source, LocalDate day) {
    return new StatementKey(desk.channel(), source.merchant(), day, source.kind());
  }

  private @Nullable DiscrepancyType type() {
    // Alipay has one word for a bill that is not there yet and one that will never be.
    boolean saysNothing = fault == BillFault.LATE && desk.channel().equals(TestChannels.ALIPAY);
    if (fault == BillFault.MISSING || saysNothing) {
      return DiscrepancyType.FILE_MISSING;
    }
    return fault == BillFault.WRONG_TOTALS ? DiscrepancyType.TOTALS : null;
  }
}
