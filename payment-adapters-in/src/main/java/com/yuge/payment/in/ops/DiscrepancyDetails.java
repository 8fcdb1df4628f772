package com.yuge.payment.in.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyChange;
import com.yuge.payment.domain.statement.Resolution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A discrepancy and its history, oldest first. */
record DiscrepancyDetails(DiscrepancyResponse discrepancy, List<Change> history) {
  /**
   * A step of the history.
   *
   * @param resolution missing where it was opened again
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Change(@Nullable String resolution, OperatorReason reason, Instant at) {
    static Change of(DiscrepancyChange change) {
      Resolution resolution = change.resolution();
      return new Change(
          resolution == null ? null : resolution.name(), change.reason(), change.at());
    }
  }

  static DiscrepancyDetails of(Discrepancy discrepancy, List<DiscrepancyChange> changes) {
    return new DiscrepancyDetails(
        DiscrepancyResponse.of(discrepancy), changes.stream().map(Change::of).toList());
  }
}
