package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.exception.DecryptionException;
import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.out.channel.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.ProviderException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A notification as WeChat Pay sends it; its content is encrypted. */
record Notification(CallbackId id, String event, JsonNode resource) {
  private static final Grammar TEXT = Grammar.of("text", "text", "(?s).+");
  private static final String ALGORITHM = "AEAD_AES_256_GCM";

  /**
   * Reads a body; the caller has verified its signature.
   *
   * @throws InvalidValue if anything is missing, or is encrypted in another way
   */
  static Notification read(byte[] body) {
    JsonNode json = StrictJson.read(body, ObjectNode.class);
    JsonNode resource = json.path("resource");
    if (!ALGORITHM.equals(text(resource, "algorithm"))) {
      throw new InvalidValue("algorithm", "algorithm");
    }
    return new Notification(new CallbackId(text(json, "id")), text(json, "event_type"), resource);
  }

  /**
   * Decrypts the content of the notification.
   *
   * @param accounts the accounts that it may be for; accounts of one merchant share their key
   * @throws InvalidValue if none of their keys can decrypt it
   */
  byte[] decrypt(List<WechatAccount> accounts) {
    return accounts.stream()
        .flatMap(account -> decrypt(account.keys()).stream())
        .findFirst()
        .orElseThrow(() -> new InvalidValue("ciphertext", "api-v3-key"));
  }

  private Optional<byte[]> decrypt(WechatKeys keys) {
    try {
      String plain =
          keys.cipher()
              .decrypt(
                  resource.path("associated_data").asString("").getBytes(StandardCharsets.UTF_8),
                  text(resource, "nonce").getBytes(StandardCharsets.UTF_8),
                  Base64.getDecoder().decode(text(resource, "ciphertext")));
      return Optional.of(plain.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | DecryptionException | ProviderException e) {
      // The JDK throws the last one for a text that is shorter than its tag.
      return Optional.empty();
    }
  }

  private static String text(JsonNode json, String field) {
    return TEXT.of(field).require(json.path(field).isString() ? json.path(field).asString() : null);
  }
}
