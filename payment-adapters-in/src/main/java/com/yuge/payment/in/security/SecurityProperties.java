package com.yuge.payment.in.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * The clients, and the exceptions from TLS in production.
 *
 * @param clients the callers with keys. Without clients the service needs no key and listens on
 *     loopback only
 * @param plainDatabase whether production may use a database on another machine without TLS
 * @param plainRedis whether production may use a Redis on another machine without TLS
 * @param plainRocketmq whether production may use a RocketMQ on another machine without TLS
 */
@Validated
@ConfigurationProperties("payment.security")
public record SecurityProperties(
    @DefaultValue @Size(max = 100) List<@Valid Client> clients,
    @DefaultValue("false") boolean plainDatabase,
    @DefaultValue("false") boolean plainRedis,
    @DefaultValue("false") boolean plainRocketmq)
    implements Validator {

  /**
   * A caller.
   *
   * @param name the name in the log, unique
   * @param keySha256 the SHA-256 of the client's key in hex, or of several keys during a rotation
   * @param roles the client's roles
   * @param merchants the numbers of the merchants whose orders it may use; without the setting, it
   *     may use all. Not for operators
   */
  public record Client(
      @DefaultValue("")
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
              message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
          String name,
      @DefaultValue @Size(min = 1, max = 10) List<KeyHash> keySha256,
      @DefaultValue @NotEmpty Set<Role> roles,
      // An empty value is refused: it comes from a variable that nobody set, and must not mean all.
      @Nullable @Size(min = 1, max = 100)
          Set<
                  @Pattern(
                      regexp = "[A-Za-z0-9_-]{1,32}",
                      message = "must be 1 to 32 of A-Z a-z 0-9 _ -")
                  String>
              merchants) {
    /** Converts a plain text, for example a key alone, to an invalid client without the text. */
    public static Client of(String text) {
      return new Client("", List.of(), Set.of(), null);
    }
  }

  /** The hash of a key. Reports never print it, because a user may enter the key by mistake. */
  public record KeyHash(String hex) {
    public KeyHash {
      // Lower case, so that one key cannot appear twice.
      hex = hex.toLowerCase(Locale.ROOT);
    }

    boolean isSha256() {
      return hex.matches("[0-9a-f]{64}");
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /** What a client may do. */
  public enum Role {
    /** Create, open and read pay orders. */
    PAYMENTS,
    /** Create and read refunds. */
    REFUNDS,
    /**
     * Read pay orders, timelines and refunds, check orders, accept money, check, cancel and resolve
     * refunds, operate the outbox. Together with REFUNDS: give unapplied money back.
     */
    OPS
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == SecurityProperties.class;
  }

  /** Checks what annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    Set<String> names = new HashSet<>();
    Set<KeyHash> hashes = new HashSet<>();
    for (int i = 0; i < clients.size(); i++) {
      String field = "clients[" + i + "].";
      Client client = clients.get(i);
      if (!names.add(client.name())) {
        errors.rejectValue(field + "name", "unique", "must be unique");
      }
      if (client.roles().contains(Role.OPS) && client.merchants() != null) {
        errors.rejectValue(
            field + "merchants", "operator", "must not be set for a client with the role ops");
      }
      if (!client.keySha256().stream().allMatch(hash -> hash.isSha256() && hashes.add(hash))) {
        errors.rejectValue(
            field + "keySha256",
            "hash",
            "must be SHA-256 hashes of 64 hex digits, each used only once");
      }
    }
  }

  /** Returns whether no client has a key, so that the service needs none. */
  public boolean isOpen() {
    return clients.isEmpty();
  }
}
