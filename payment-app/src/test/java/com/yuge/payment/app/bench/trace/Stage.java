package com.yuge.payment.app.bench.trace;

import java.util.Map;

/**
 * What an event waits for. Those from the commit to the consumer add up to its latency; the others
 * tell what the payment took, and what the partition's next event waits for.
 */
enum Stage {
  PAYMENT("the payment, from BEGIN to its commit", Moment.BEGUN, Moment.COMMITTED, false),
  SIGNAL("commit to signal", Moment.COMMITTED, Moment.SIGNALLED, true),
  BUSY("an earlier batch of its partition is on its way", Moment.SIGNALLED, Moment.FREE, true),
  WAIT("nothing of its partition is on its way", Moment.FREE, Moment.READ_BEGUN, true),
  READ("the read that finds it", Moment.READ_BEGUN, Moment.READ, true),
  WORKER("read to send", Moment.READ, Moment.SEND_BEGUN, true),
  SEND("send to consumer", Moment.SEND_BEGUN, Moment.RECEIVED, true),
  ANSWER("send to the broker's answer", Moment.SEND_BEGUN, Moment.ANSWERED, false),
  ACK("the broker's answer to the acknowledgement's commit", Moment.ANSWERED, Moment.ACKED, false);

  private final String words;
  private final Moment from;
  private final Moment to;
  private final boolean onTheWay;

  Stage(String words, Moment from, Moment to, boolean onTheWay) {
    this.words = words;
    this.from = from;
    this.to = to;
    this.onTheWay = onTheWay;
  }

  String words() {
    return words;
  }

  /** Whether it is part of the time from the commit to the consumer. */
  boolean isOnTheWay() {
    return onTheWay;
  }

  long nanos(Map<Moment, Long> moments) {
    return moments.getOrDefault(to, 0L) - moments.getOrDefault(from, 0L);
  }
}
