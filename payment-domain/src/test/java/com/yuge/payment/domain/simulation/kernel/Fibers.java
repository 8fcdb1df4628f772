package com.yuge.payment.domain.simulation.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** Threads, used again from world to world: making one takes longer than a world does. */
public final class Fibers implements AutoCloseable {
  private final Deque<Fiber> idle = new ArrayDeque<>();
  private final Semaphore ended = new Semaphore(0);

  // Only who has the baton calls this, so there is no race for it.
  Fiber take() {
    Fiber fiber = idle.poll();
    if (fiber == null) {
      fiber = new Fiber();
      fiber.start();
    }
    return fiber;
  }

  void free(Fiber fiber) {
    idle.push(fiber);
  }

  void ended() {
    ended.release();
  }

  void awaitEnd() {
    ended.acquireUninterruptibly();
  }

  @Override
  public void close() {
    idle.forEach(Fiber::end);
  }
}
