package com.yuge.payment.in.security;

import com.yuge.payment.in.security.SecurityProperties.Client;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Identifies clients by the SHA-256 of their keys, so settings and dumps reveal no key. */
final class ClientKeys {
  private final List<Map.Entry<byte[], Authentication>> known;

  ClientKeys(List<Client> clients) {
    this.known = clients.stream().flatMap(client -> known(client).stream()).toList();
  }

  private static List<Map.Entry<byte[], Authentication>> known(Client client) {
    Authentication authenticated = new AuthenticatedClient(client);
    return client.keySha256().stream()
        .map(hash -> Map.entry(HexFormat.of().parseHex(hash.hex()), authenticated))
        .toList();
  }

  /**
   * Finds a key's client. The time it takes reveals neither how close a wrong key is nor which
   * client owns the right one.
   */
  Optional<Authentication> owner(String key) {
    byte[] given = sha256(key);
    Optional<Authentication> owner = Optional.empty();
    for (Map.Entry<byte[], Authentication> each : known) {
      if (MessageDigest.isEqual(each.getKey(), given)) {
        owner = Optional.of(each.getValue());
      }
    }
    return owner;
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
