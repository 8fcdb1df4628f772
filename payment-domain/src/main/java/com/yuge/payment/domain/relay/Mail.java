package com.yuge.payment.domain.relay;

import java.util.BitSet;
import java.util.List;

/** What the relay was told since the last time: partitions committed to, and deliveries. */
public record Mail(BitSet committed, List<Delivery> delivered) {
  public static Mail none() {
    return new Mail(new BitSet(), List.of());
  }
}
