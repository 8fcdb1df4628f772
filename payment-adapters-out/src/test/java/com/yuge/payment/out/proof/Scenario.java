package com.yuge.payment.out.proof;

import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Something that happens at a channel on the day.
 *
 * @param happensAt the channels at which it can happen
 */
record Scenario(String name, Predicate<Desk> happensAt, BiConsumer<Scene, Desk> plot) {
  static Scenario anywhere(String name, BiConsumer<Scene, Desk> plot) {
    return new Scenario(name, desk -> true, plot);
  }
}
