package com.yuge.payment.out.proof;

import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Something that happens at a channel on the day.
 *
 * @param happensAt the channels at which it can happen
 */
record Story(String name, Predicate<Desk> happensAt, BiConsumer<Scene, Desk> plot) {
  static Story anywhere(String name, BiConsumer<Scene, Desk> plot) {
    return new Story(name, desk -> true, plot);
  }
}
