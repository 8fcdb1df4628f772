package com.yuge.payment.app.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Everything hostile; each request by a seed of its own, so that one can be sent again alone. */
final class Shots {
  private final Arbitrary<Shot> any;

  /** A request, and what makes it again. */
  record Seeded(long seed, Shot shot) {}

  private Shots(List<Endpoint> endpoints) {
    this.any = Arbitraries.oneOf(endpoints.stream().map(Shots::at).toList());
  }

  /** As many as are asked for, or those that the command line asks for. */
  static List<Seeded> of(List<Endpoint> endpoints, long from, int count) {
    long first = Long.getLong("hostile.from", from);
    long end = first + Integer.getInteger("hostile.count", count);
    List<Seeded> shots = new ArrayList<>();
    JqwikSession.run(
        () -> {
          RandomGenerator<Shot> generator = new Shots(endpoints).any.generator(1000, false);
          for (long seed = first; seed < end; seed++) {
            shots.add(new Seeded(seed, generator.next(new Random(seed)).value()));
          }
        });
    return shots;
  }

  private static Arbitrary<Shot> at(Endpoint endpoint) {
    List<Arbitrary<Shot>> kinds = new ArrayList<>();
    kinds.add(PathTricks.paths(endpoint));
    kinds.add(PathTricks.queries(endpoint));
    kinds.add(HeaderTricks.headers(endpoint));
    kinds.add(HeaderTricks.floods(endpoint));
    kinds.add(HeaderTricks.methods(endpoint));
    kinds.add(EncodingTricks.shots(endpoint));
    kinds.add(FramingTricks.lengths(endpoint));
    kinds.add(FramingTricks.smuggling(endpoint));
    kinds.add(FramingTricks.noise(endpoint));
    kinds.add(FramingTricks.cuts(endpoint));
    kinds.add(FramingTricks.pipelines(endpoint));
    if (endpoint.hasBody()) {
      // Most of what can be wrong is in a body.
      for (int weight = 0; weight < 6; weight++) {
        kinds.add(bodies(endpoint));
      }
    }
    return Arbitraries.oneOf(kinds);
  }

  private static Arbitrary<Shot> bodies(Endpoint endpoint) {
    return JsonTricks.body(endpoint)
        .map(
            body ->
                Shot.of(
                    Kind.JSON,
                    endpoint,
                    endpoint.method(),
                    endpoint.path(),
                    endpoint.headers(),
                    body));
  }
}
