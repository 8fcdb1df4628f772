package com.yuge.payment.app.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Everything hostile; each request by a seed of its own, so that one can be sent again alone. */
final class HostileRequests {
  private final Arbitrary<HostileRequest> any;

  /** A request, and what makes it again. */
  record Seeded(long seed, HostileRequest request) {}

  private HostileRequests(List<Endpoint> endpoints) {
    this.any = Arbitraries.oneOf(endpoints.stream().map(HostileRequests::at).toList());
  }

  /** As many as are asked for, or those that the command line asks for. */
  static List<Seeded> of(List<Endpoint> endpoints, long from, int count) {
    long first = Long.getLong("hostile.from", from);
    long end = first + Integer.getInteger("hostile.count", count);
    List<Seeded> requests = new ArrayList<>();
    JqwikSession.run(
        () -> {
          RandomGenerator<HostileRequest> generator =
              new HostileRequests(endpoints).any.generator(1000, false);
          for (long seed = first; seed < end; seed++) {
            requests.add(new Seeded(seed, generator.next(new Random(seed)).value()));
          }
        });
    return requests;
  }

  private static Arbitrary<HostileRequest> at(Endpoint endpoint) {
    List<Arbitrary<HostileRequest>> kinds = new ArrayList<>();
    kinds.add(PathAttacks.paths(endpoint));
    kinds.add(PathAttacks.queries(endpoint));
    kinds.add(HeaderAttacks.headers(endpoint));
    kinds.add(HeaderAttacks.floods(endpoint));
    kinds.add(HeaderAttacks.methods(endpoint));
    kinds.add(EncodingAttacks.requests(endpoint));
    kinds.add(FramingAttacks.lengths(endpoint));
    kinds.add(FramingAttacks.smuggling(endpoint));
    kinds.add(FramingAttacks.noise(endpoint));
    kinds.add(FramingAttacks.cuts(endpoint));
    kinds.add(FramingAttacks.pipelines(endpoint));
    if (endpoint.hasBody()) {
      // Most of what can be wrong is in a body.
      for (int weight = 0; weight < 6; weight++) {
        kinds.add(bodies(endpoint));
      }
    }
    return Arbitraries.oneOf(kinds);
  }

  private static Arbitrary<HostileRequest> bodies(Endpoint endpoint) {
    return JsonAttacks.body(endpoint)
        .map(
            body ->
                HostileRequest.of(
                    Kind.JSON,
                    endpoint,
                    endpoint.method(),
                    endpoint.path(),
                    endpoint.headers(),
                    body));
  }
}
