package com.yuge.payment.in.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call, and what production lets pass.
 *
 * @param clients without any the service is open, and listens on loopback only
 * @param plainDatabase whether production may reach a database elsewhere without TLS
 * @param plainRedis whether production may reach a Redis elsewhere without TLS
 */
@ConfigurationProperties("payment.security")
public record SecurityProperties(
    @DefaultValue List<Client> clients,
    @DefaultValue("false") boolean plainDatabase,
    @DefaultValue("false") boolean plainRedis) {
  private static final int MOST_CLIENTS = 100;
  private static final int MOST_KEYS = 10;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * A caller.
   *
   * @param name for the log; two entries may not share one
   * @param keySha256 hex of the SHA-256 of its key, or of several while one is rotated
   */
  public record Client(
      @Nullable String name, @DefaultValue List<String> keySha256, @DefaultValue Set<Role> roles) {
    public Client {
      // Of one case, so that one key is not taken for two.
      keySha256 = keySha256.stream().map(hash -> hash.toLowerCase(Locale.ROOT)).toList();
      roles = Set.copyOf(roles);
    }

    private boolean hasName() {
      return name != null && NAME.matcher(name).matches();
    }

    private boolean hasKeys() {
      return !keySha256.isEmpty()
          && keySha256.size() <= MOST_KEYS
          && keySha256.stream().allMatch(hash -> SHA256.matcher(hash).matches());
    }
  }

  /** What a client may do. */
  public enum Role {
    /** Create, open and read pay orders. */
    PAYMENTS,
    /** Read pay orders and their timelines, have one looked at, operate the outbox. */
    OPS
  }

  public SecurityProperties {
    clients = List.copyOf(clients);
    List<String> broken = new ArrayList<>();
    if (clients.size() > MOST_CLIENTS) {
      broken.add("payment.security.clients must be at most " + MOST_CLIENTS);
    }
    Set<String> names = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (int i = 0; i < clients.size(); i++) {
      check(clients.get(i), "payment.security.clients[" + i + "]", names, hashes, broken);
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }

  private static void check(
      Client client, String key, Set<String> names, Set<String> hashes, List<String> broken) {
    if (!client.hasName() || !names.add(String.valueOf(client.name()))) {
      broken.add(key + ".name must be 1 to 64 of A-Z a-z 0-9 . _ - and nobody else's");
    }
    if (!client.hasKeys() || !client.keySha256().stream().allMatch(hashes::add)) {
      broken.add(
          key + ".key-sha256 must be 1 to 10 SHA-256 hashes of 64 hex digits, each once in all");
    }
    if (client.roles().isEmpty()) {
      broken.add(key + ".roles must be payments, ops or both");
    }
  }

  /** Nobody has a key, so nobody is asked for one. */
  public boolean isOpen() {
    return clients.isEmpty();
  }

  /** Without the hashes: records of settings end up in logs. */
  @Override
  public String toString() {
    List<String> names = clients.stream().map(client -> String.valueOf(client.name())).toList();
    return "SecurityProperties[clients=%s, plainDatabase=%s, plainRedis=%s]"
        .formatted(names, plainDatabase, plainRedis);
  }
}
