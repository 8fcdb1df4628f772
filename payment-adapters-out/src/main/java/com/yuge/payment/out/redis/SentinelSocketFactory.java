package com.yuge.payment.out.redis;

import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Connects to the master that a Sentinel names. It asks for each new connection, so that a
 * connection that broke in a failover leads to the new master. Jedis' own client for Sentinels
 * cannot be made while no Sentinel answers, but the start must not need Redis.
 */
final class SentinelSocketFactory implements JedisSocketFactory {
  private final String master;
  private final JedisClientConfig ofMaster;
  private final JedisClientConfig ofSentinels;

  /** The Sentinel whose answer was right comes first. */
  private volatile List<HostAndPort> sentinels;

  SentinelSocketFactory(
      RedisProperties.Sentinel sentinel,
      JedisClientConfig ofMaster,
      JedisClientConfig ofSentinels) {
    this.master = sentinel.master();
    this.sentinels = sentinel.nodes().stream().map(HostAndPort::from).toList();
    this.ofMaster = ofMaster;
    this.ofSentinels = ofSentinels;
  }

  /** A Sentinel that was cut off names the former master. Then the next Sentinel is asked. */
  @Override
  public Socket createSocket() {
    List<String> failures = new ArrayList<>();
    Set<HostAndPort> tried = new HashSet<>();
    for (HostAndPort sentinel : sentinels) {
      try {
        Optional<HostAndPort> named = ask(sentinel);
        if (named.isEmpty()) {
          failures.add(sentinel + " does not know it");
        } else if (tried.add(named.get())) {
          Socket socket = new DefaultJedisSocketFactory(named.get(), ofMaster).createSocket();
          askFirst(sentinel);
          return socket;
        }
      } catch (JedisException e) {
        failures.add(sentinel + ": " + e.getMessage());
      }
    }
    throw new JedisConnectionException("no master " + master + " by any Sentinel: " + failures);
  }

  private Optional<HostAndPort> ask(HostAndPort sentinel) {
    try (Jedis connection = new Jedis(sentinel, ofSentinels)) {
      return Optional.ofNullable(connection.sentinelGetMasterAddrByName(master))
          .map(address -> new HostAndPort(address.get(0), Integer.parseInt(address.get(1))));
    }
  }

  private void askFirst(HostAndPort sentinel) {
    List<HostAndPort> known = sentinels;
    if (!known.get(0).equals(sentinel)) {
      List<HostAndPort> sorted = new ArrayList<>(known);
      sorted.remove(sentinel);
      sorted.add(0, sentinel);
      sentinels = List.copyOf(sorted);
    }
  }
}
