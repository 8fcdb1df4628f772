package com.yuge.payment.domain.simulation.scale;

/** What happens to the fleet. */
public enum Phase {
  START("all start within a second"),
  ONE_DIES("one dies"),
  ONE_JOINS("one joins"),
  ZONE_DIES("a third dies at once"),
  ZONE_RETURNS("a third joins at once"),
  RESTART("all restart in turns");

  public final String words;

  Phase(String words) {
    this.words = words;
  }
}
