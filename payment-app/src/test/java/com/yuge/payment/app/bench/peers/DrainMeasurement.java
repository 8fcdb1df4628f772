package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.Timing;
import com.yuge.payment.app.bench.Waiting;
import java.time.Duration;
import java.util.Map;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * Events that come to wait at one moment, until the broker has all of them. Every peer is running
 * by then, since a change of data is seen only by who follows the log already.
 */
record DrainMeasurement(int eventsPerSecond) implements Measurement {
  @Override
  public String name() {
    return "drain";
  }

  @Override
  public boolean isFor(Peer peer) {
    return peer.hasList();
  }

  @Override
  public Map<String, Double> measure(Bench bench, Peer peer, Duration time, Verdicts verdicts) {
    Backlog backlog = new Backlog((int) (eventsPerSecond * time.toSeconds()));
    peer.clear();
    Map<MessageQueue, Long> begin = bench.topic().end();
    peer.release(backlog);
    Timing timing =
        Timing.of(
            () -> Waiting.until(name(), () -> bench.topic().countSince(begin) >= backlog.count()));
    verdicts.judge(name(), peer, begin, backlog.ids());
    return Map.of("events/s", timing.perSecond(backlog.count()));
  }
}
