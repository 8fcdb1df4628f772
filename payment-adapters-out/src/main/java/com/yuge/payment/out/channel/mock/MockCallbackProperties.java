package com.yuge.payment.out.channel.mock;

import com.yuge.payment.out.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * How callbacks are verified.
 *
 * @param callbackSecret one or several secrets of the MD5 scheme, separated by commas; the first
 *     signs, all verify
 */
@Validated
@ConfigurationProperties("payment")
public record MockCallbackProperties(
    List<Secret> callbackSecret, @DefaultValue @Valid Callback callback, @DefaultValue Mock mock)
    implements Validator {

  /**
   * The replay window, and the keys of the HMAC scheme.
   *
   * @param maxSkew how far behind or ahead of our clock a callback may be; 0 turns the check off
   * @param keys keys of the HMAC scheme; all verify, so that keys can be rotated
   * @param md5Accepted whether MD5 signatures are accepted
   */
  public record Callback(
      @DefaultValue("5m") @DurationMin(message = "must be 0 (off) or a duration such as 5m")
          Duration maxSkew,
      List<@Valid Key> keys,
      @DefaultValue("true") boolean md5Accepted) {
    public Callback {
      keys = keys == null ? List.of() : List.copyOf(keys);
    }

    List<CallbackKey> activeKeys() {
      return keys.stream().map(key -> new CallbackKey(key.id(), key.secret().text())).toList();
    }
  }

  /**
   * A key of the HMAC scheme, as it is configured.
   *
   * @param id name of the key in signatures; not secret
   * @param secret secret of the key
   */
  public record Key(
      @DefaultValue("")
          @Pattern(
              regexp = CallbackKey.ID,
              message = "must be 1 to 64 letters, digits, dots, underscores or hyphens")
          String id,
      @DefaultValue("") Secret secret) {
    /** Converts a text in place of a key, such as a secret, to an empty key, to hide the text. */
    public static Key of(String text) {
      return new Key("", new Secret(""));
    }
  }

  /**
   * What the MOCK channel is for.
   *
   * @param enabled whether there is a MOCK channel, whose callbacks need a secret
   * @param signatureEndpoint whether the service signs callbacks for any caller
   */
  public record Mock(
      @DefaultValue("true") boolean enabled, @DefaultValue("false") boolean signatureEndpoint) {}

  public MockCallbackProperties {
    callbackSecret = callbackSecret == null ? List.of() : List.copyOf(callbackSecret);
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == MockCallbackProperties.class;
  }

  /** Checks rules that annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    boolean missing = mock.enabled() && callbackSecret.isEmpty() && callback.keys().isEmpty();
    if (missing || callbackSecret.stream().anyMatch(Secret::isBlank)) {
      errors.rejectValue(
          "callbackSecret",
          "secret",
          "must be one secret or several, separated by commas, none blank, unless there are"
              + " payment.callback.keys");
    }
    if (mock.signatureEndpoint() && callbackSecret.isEmpty()) {
      errors.rejectValue(
          "mock.signatureEndpoint",
          "secret",
          "must be false without payment.callback-secret, which signs");
    }
    validateKeys(errors);
  }

  private void validateKeys(Errors errors) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < callback.keys().size(); i++) {
      String field = "callback.keys[" + i + "].";
      Key key = callback.keys().get(i);
      if (!ids.add(key.id())) {
        errors.rejectValue(field + "id", "unique", "must not be the id of another key");
      }
      if (key.secret().isBlank()) {
        errors.rejectValue(field + "secret", "secret", "must not be blank");
      }
    }
  }

  /**
   * The keys that verify answers about refunds: those of the HMAC scheme, and the shared secrets.
   * These have an empty id, which no key of the HMAC scheme can have.
   */
  List<CallbackKey> answerKeys() {
    return Stream.concat(
            callback.activeKeys().stream(),
            secrets().stream().map(secret -> new CallbackKey("", secret)))
        .toList();
  }

  List<String> secrets() {
    return callbackSecret.stream().map(Secret::text).toList();
  }
}
