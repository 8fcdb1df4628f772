package com.yuge.payment.domain.simulation.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What happened, for people; written only when a seed is run again, which costs the others nothing.
 */
public final class History {
  private static final long SECOND = 1_000_000;

  private final boolean written;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();

  public History(boolean written) {
    this.written = written;
  }

  /** Long names that are told by short ones. */
  public void alias(String name, String shortName) {
    if (written) {
      aliases.putIfAbsent(name, shortName);
    }
  }

  void add(long now, String who, Supplier<String> what) {
    if (written) {
      String time = String.format("%d.%06d", now / SECOND, now % SECOND);
      lines.add(String.format("%14s  %-14s %s", time, who, what.get()));
    }
  }

  /** One line for each thing that happened, oldest first. */
  public List<String> lines() {
    return lines.stream().map(this::shortened).toList();
  }

  private String shortened(String line) {
    String told = line;
    for (Map.Entry<String, String> alias : aliases.entrySet()) {
      told = told.replace(alias.getKey(), alias.getValue());
    }
    return told;
  }
}
