package com.yuge.payment.app.bench;

import javax.sql.DataSource;

/** What every part works with: one stack, one service, one database of its own. */
record Bench(
    BenchStack stack,
    BenchService service,
    DataSource pool,
    EventLog events,
    PaymentTopic topic,
    BenchProducer producer,
    RelayTrouble trouble,
    BenchScale scale) {}
