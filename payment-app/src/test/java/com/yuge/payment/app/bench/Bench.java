package com.yuge.payment.app.bench;

import javax.sql.DataSource;

/** What every part works with: one stack, one service, one database of its own. */
public record Bench(
    BenchStack stack,
    BenchService service,
    DataSource pool,
    EventLog events,
    PaymentTopic topic,
    BenchProducer producer,
    RelayTrouble trouble,
    BenchScale scale) {
  /** The same with another service, which has a database of its own. */
  public Bench on(BenchService other, DataSource itsPool, EventLog itsEvents) {
    return new Bench(stack, other, itsPool, itsEvents, topic, producer, trouble, scale);
  }
}
