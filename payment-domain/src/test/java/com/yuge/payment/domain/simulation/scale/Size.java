package com.yuge.payment.domain.simulation.scale;

/** How many instances share how many partitions. */
public record Size(int instances, int partitions) {
  /** As many as one of three zones has. */
  int zone() {
    return instances / 3;
  }
}
