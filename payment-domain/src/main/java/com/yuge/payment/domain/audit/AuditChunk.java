package com.yuge.payment.domain.audit;

import java.util.List;

/**
 * The next rows of a walk.
 *
 * @param facts what was read
 * @param last the number of the last row that was read
 * @param end whether these are the last rows of the day
 */
public record AuditChunk(List<AuditFact> facts, long last, boolean end) {
  public AuditChunk {
    facts = List.copyOf(facts);
  }

  List<Finding> findings() {
    return facts.stream().flatMap(fact -> fact.findings().stream()).distinct().toList();
  }
}
