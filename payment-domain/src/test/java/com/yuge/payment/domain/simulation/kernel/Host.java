package com.yuge.payment.domain.simulation.kernel;

/** What dies together: one life of one instance. */
public final class Host {
  private final String name;
  private final Runnable onDeath;
  private boolean alive = true;

  public Host(String name, Runnable onDeath) {
    this.name = name;
    this.onDeath = onDeath;
  }

  public boolean isAlive() {
    return alive;
  }

  void die() {
    if (alive) {
      alive = false;
      onDeath.run();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
