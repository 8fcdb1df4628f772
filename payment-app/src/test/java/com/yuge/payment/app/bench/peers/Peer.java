package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Payments;

/**
 * One way to have a payment's event published. Its messages bear the event's id in the property
 * {@code eventId}: the pay number, a dash, and which change of the order it tells of.
 */
interface Peer {
  String name();

  /** Empties its tables; the service's own are emptied by who measures. */
  void clear();

  /** Begins to publish, to a topic that may be new. */
  void start();

  /** The use case that pays, with this way to append an event. */
  Payments payments();

  /** Pays the order of this number, which is open; its event is number 2 of the order. */
  default void pay(int number) {
    payments().pay(number);
  }

  /** Pays an order once more, which makes a further event of the same order. */
  default void payAgain(int number, int time) {
    payments().payAgain(number, time);
  }

  /** Finishes what is on its way. */
  void stop();

  /** Whether events can wait for it. */
  default boolean hasList() {
    return false;
  }

  /** Makes the events of the {@link Backlog} wait for it, from one moment on. */
  default void release(Backlog backlog) {
    throw new UnsupportedOperationException(name() + " has no list of events");
  }

  /** Whether two events of one order come in the order of their commits. */
  default boolean keepsOrder() {
    return true;
  }

  /** Whether it publishes at all. */
  default boolean publishes() {
    return true;
  }

  /** Whether it had to send something again, so that it may have come twice. */
  default boolean hadTrouble() {
    return false;
  }
}
