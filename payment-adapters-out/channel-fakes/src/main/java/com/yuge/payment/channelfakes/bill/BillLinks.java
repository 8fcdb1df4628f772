package com.yuge.payment.channelfakes.bill;

import com.yuge.payment.channelfakes.http.Content;
import com.yuge.payment.channelfakes.http.RandomHex;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of bills behind unguessable tokens, each for a short time. */
public final class BillLinks {
  /** Both channels document it; some of WeChat Pay's pages say five minutes. */
  public static final Duration LIFETIME = Duration.ofSeconds(30);

  private static final int TOKEN_DIGITS = 64;
  private static final int MOST = 32;

  private final Map<String, Link> links = new LinkedHashMap<>();

  private record Link(Content file, Instant end) {}

  /** Returns the token of this file, which is good until the lifetime is over. */
  public synchronized String add(Content file, Instant now, BillFault fault) {
    String token = RandomHex.digits(TOKEN_DIGITS);
    links.put(token, new Link(file, fault == BillFault.EXPIRED ? now : now.plus(LIFETIME)));
    if (links.size() > MOST) {
      links.remove(links.keySet().iterator().next());
    }
    return token;
  }

  public synchronized Optional<Content> find(String token, Instant now) {
    return Optional.ofNullable(links.get(token))
        .filter(link -> now.isBefore(link.end()))
        .map(Link::file);
  }
}
