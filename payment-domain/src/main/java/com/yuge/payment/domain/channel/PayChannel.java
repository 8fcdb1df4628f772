package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/**
 * A payment channel, identified by its name, such as MOCK. The configuration defines which channels
 * exist: see {@link Channels}.
 *
 * @param name 1 to 32 upper-case letters, digits or underscores, a letter first; stored with every
 *     order
 */
public record PayChannel(String name) {
  public static final Grammar GRAMMAR = Grammar.of("channel", "channel", "[A-Z][A-Z0-9_]{0,31}");

  public PayChannel {
    GRAMMAR.check(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
