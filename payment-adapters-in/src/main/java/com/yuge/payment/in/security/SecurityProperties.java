package com.yuge.payment.in.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call, and what production lets pass.
 *
 * @param clients who may call: without any the service is open, and listens on loopback only
 * @param plainDatabase whether production may reach a database elsewhere without TLS
 * @param plainRedis whether production may reach a Redis elsewhere without TLS
 */
@Validated
@ConfigurationProperties("payment.security")
public record SecurityProperties(
    @DefaultValue @Size(max = 100) List<@Valid Client> clients,
    @DefaultValue("false") boolean plainDatabase,
    @DefaultValue("false") boolean plainRedis)
    implements Validator {

  /**
   * A caller.
   *
   * @param name for the log; two entries may not share one
   * @param keySha256 hex of the SHA-256 of its key, or of several while one is rotated
   * @param roles what it may do
   */
  public record Client(
      @DefaultValue("")
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
              message = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
          String name,
      @DefaultValue @Size(min = 1, max = 10) List<KeyHash> keySha256,
      @DefaultValue @NotEmpty Set<Role> roles) {
    /** Of a text where a client should be, such as its key alone: no client, and not shown. */
    public static Client of(String text) {
      return new Client("", List.of(), Set.of());
    }
  }

  /** Where it should be, the key itself may stand by mistake; so reports never print it. */
  public record KeyHash(String hex) {
    public KeyHash {
      // Of one case, so that one key is not taken for two.
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
    /** Read pay orders and their timelines, have one checked, operate the outbox. */
    OPS
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == SecurityProperties.class;
  }

  /** What no annotation says. */
  @Override
  public void validate(Object self, Errors errors) {
    Set<String> names = new HashSet<>();
    Set<KeyHash> hashes = new HashSet<>();
    for (int i = 0; i < clients.size(); i++) {
      String field = "clients[" + i + "].";
      Client client = clients.get(i);
      if (!names.add(client.name())) {
        errors.rejectValue(field + "name", "unique", "must be nobody else's");
      }
      if (!client.keySha256().stream().allMatch(hash -> hash.isSha256() && hashes.add(hash))) {
        errors.rejectValue(
            field + "keySha256",
            "hash",
            "must be SHA-256 hashes of 64 hex digits, each once in all");
      }
    }
  }

  /** Nobody has a key, so nobody is asked for one. */
  public boolean isOpen() {
    return clients.isEmpty();
  }
}
