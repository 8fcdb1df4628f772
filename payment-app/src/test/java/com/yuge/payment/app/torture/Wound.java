package com.yuge.payment.app.torture;

import java.util.concurrent.Semaphore;

/**
 * Something that can go wrong with one part of the stack.
 *
 * @param free has a permit while nothing of this kind is wrong with the part, or with those that
 *     must not suffer at the same time
 * @param begin makes it go wrong; it gets a number from 0 to 999 that decides what is left open
 * @param end mends it, and returns when the part serves again
 */
record Wound(Kind kind, String target, Semaphore free, Begin begin, Runnable end) {
  /** What goes wrong. */
  enum Kind {
    KILL(false),
    HANG(false),
    DISK_FULL(false),
    CLOCK_STEP(false),
    SLOW(true),
    REQUESTS_LOST(true),
    ANSWERS_LOST(true),
    STALLED(true),
    RESET(true);

    /** Whether it happens to a network, of which there are more than there are parts. */
    final boolean ofNetwork;

    Kind(boolean ofNetwork) {
      this.ofNetwork = ofNetwork;
    }
  }

  interface Begin {
    void with(int number);
  }
}
