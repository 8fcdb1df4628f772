package com.yuge.payment.domain.simulation.kernel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time. A task goes on by itself until the world's chance has it pause at a
 * step; only then does another thread get the baton. Timers have no steps and run in between.
 */
public final class Scheduler {
  private final Fibers fibers;
  private final Rhythm rhythm;
  private final History history;
  private final Agenda agenda;
  private final Set<Task> begun = new LinkedHashSet<>();
  private final Sentinel sentinel;

  private long end;
  private @Nullable Task current;

  public Scheduler(Fibers fibers, Chance chance, Rhythm rhythm, History history) {
    this(fibers, chance, rhythm, history, Sentinel.MOST_STEPS);
  }

  /** The same for a world that takes more steps, or fewer, than the usual one. */
  public Scheduler(Fibers fibers, Chance chance, Rhythm rhythm, History history, int mostSteps) {
    this.sentinel = new Sentinel(mostSteps, this::end);
    this.fibers = fibers;
    this.agenda = new Agenda(chance);
    this.rhythm = rhythm;
    this.history = history;
  }

  /** Is run at every step and after every timer; what it throws ends the world. */
  public void watch(Runnable check) {
    sentinel.checks(check);
  }

  /** Microseconds since the world began. */
  public long now() {
    return agenda.now();
  }

  public int steps() {
    return sentinel.steps();
  }

  /** Runs until nothing is left to do or the time is over; returns what went wrong, if anything. */
  public @Nullable Throwable run(Duration time) {
    end = time.toNanos() / 1_000;
    Fiber.pass(fibers.take().readied(this, null));
    fibers.awaitEnd();
    return sentinel.failure();
  }

  /** Has the timer go off after that time; it must not make a step. */
  public void after(Duration delay, Runnable timer) {
    agenda.add(delay, timer);
  }

  /** Begins a task as soon as it is its turn; it is forgotten if its host dies before. */
  public void start(String name, Host host, Runnable work) {
    agenda.add(Duration.ZERO, new Task(name, host, work));
  }

  /** A place where the task may pause or its host may die. */
  public void step(Supplier<String> what) {
    Task me = alive();
    note(me.name(), what);
    sentinel.check();
    if (rhythm.crashes()) {
      kill(me.host(), "CRASHES");
    } else if (rhythm.pauses()) {
      sleep(rhythm.length());
    }
    Task unused = requireAlive(me);
  }

  /** Pauses the task for so long. */
  public void sleep(Duration time) {
    Task me = alive();
    agenda.add(time, me);
    pass(me);
    Task unused = requireAlive(me);
  }

  /** The running task, to be woken by it. */
  public Runnable waker() {
    Task me = alive();
    return () -> {
      if (me.isWaiting() && !me.isDead()) {
        agenda.add(Duration.ZERO, me);
      }
    };
  }

  /** Ends every task of that host at once; its open transactions are rolled back on the way out. */
  public void kill(Host host, String how) {
    note(host.toString(), () -> how);
    host.die();
    unwindTheDead();
  }

  public void note(String who, Supplier<String> what) {
    history.add(agenda.now(), who, what);
  }

  private void end() {
    agenda.close();
    begun.forEach(task -> task.host().die());
    unwindTheDead();
  }

  private void unwindTheDead() {
    begun.stream().filter(task -> task.isDead() && task != current).forEach(agenda::addFirst);
  }

  private Task alive() {
    return requireAlive(requireNonNull(current, "a step outside of a task"));
  }

  private static Task requireAlive(Task me) {
    if (me.isDead()) {
      throw new Crashed();
    }
    return me;
  }

  /** What a fiber does that has the baton and no task of its own to go on with. */
  void drive(Fiber self, @Nullable Task first) {
    Task next = first == null ? nextTask() : first;
    while (next != null && next.fiber == null) {
      perform(self, next);
      next = nextTask();
    }
    fibers.free(self);
    if (next == null) {
      fibers.ended();
    } else {
      Fiber.pass(requireNonNull(next.fiber));
    }
  }

  private void perform(Fiber self, Task task) {
    task.fiber = self;
    current = task;
    begun.add(task);
    try {
      task.run();
    } catch (Crashed withItsHost) {
      note(task.name(), () -> "dies");
    } catch (Throwable bug) {
      sentinel.fail(bug);
    }
    begun.remove(task);
    current = null;
    sentinel.check();
  }

  // The task has an appointment, so there is always somebody to pass the baton to.
  private void pass(Task me) {
    Fiber mine = requireNonNull(me.fiber);
    Task next = requireNonNull(nextTask());
    if (next != me) {
      Fiber.pass(next.fiber == null ? fibers.take().readied(this, next) : next.fiber);
      mine.awaitBaton();
    }
    current = me;
  }

  private @Nullable Task nextTask() {
    current = null;
    while (true) {
      if (agenda.isOver(end)) {
        end();
      }
      Appointment due = agenda.next();
      if (due == null || due.task() != null) {
        return due == null ? null : due.task();
      }
      sentinel.guard(requireNonNull(due.timer()));
      sentinel.check();
    }
  }
}
