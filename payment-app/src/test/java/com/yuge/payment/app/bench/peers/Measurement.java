package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import java.time.Duration;
import java.util.Map;

/** One question to which every peer has an answer. */
interface Measurement {
  String name();

  /** Whether it can be asked this one. */
  boolean isFor(Peer peer);

  /** Measures for so long; the figures' names end with their unit. */
  Map<String, Double> measure(Bench bench, Peer peer, Duration time, Verdicts verdicts);
}
