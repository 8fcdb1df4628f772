package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.Payments;

/** Payments of which nobody hears: what every outbox is held against. */
final class NoOutbox implements Peer {
  private final Payments payments;

  NoOutbox(Bench bench) {
    this.payments = Payments.withoutEvents(bench.service());
  }

  @Override
  public String name() {
    return "no outbox";
  }

  @Override
  public void clear() {}

  @Override
  public void start() {}

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public void stop() {}

  @Override
  public boolean publishes() {
    return false;
  }
}
