package com.yuge.payment.app.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something that goes wrong on the real servers, and what it does to the metrics of alerts. */
record Fault(String name, List<Effect> effects, Cause cause) {
  /** Makes it go wrong; the cure ends it. */
  interface Cause {
    Cure begin(AlertedService service) throws Exception;
  }

  /** Ends a fault, so that the next one finds the service as it was. */
  interface Cure {
    Cure NOT_NEEDED = () -> {};

    void end() throws Exception;
  }

  /**
   * What happens to the metrics of an alert.
   *
   * @param others metrics to which something else happens
   */
  record Effect(String alert, Movement movement, Map<String, Movement> others) {
    Effect {
      others = Map.copyOf(others);
    }

    Movement of(Selector selector) {
      return others.getOrDefault(selector.metric(), movement);
    }
  }

  Fault {
    effects = List.copyOf(effects);
  }

  static Fault of(String name, Cause cause) {
    return new Fault(name, List.of(), cause);
  }

  /** Returns this fault, which also does this to all metrics of this alert. */
  Fault has(String alert, Movement movement) {
    return has(alert, movement, Map.of());
  }

  /** The same, with metrics to which something else happens. */
  Fault has(String alert, Movement movement, Map<String, Movement> others) {
    List<Effect> more = new ArrayList<>(effects);
    more.add(new Effect(alert, movement, others));
    return new Fault(name, more, cause);
  }

  @Override
  public String toString() {
    return name;
  }
}
