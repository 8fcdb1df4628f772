package com.yuge.payment.channelfakes.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.channelfakes.http.RandomHex;
import com.yuge.payment.channelfakes.wechat.PlatformSigner.Fault;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts and signs notifications as the platform with these keys does. */
public final class NotificationWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TAG_BITS = 128;
  private static final int NONCE_CHARACTERS = 12;

  private final byte[] apiV3Key;
  private final PlatformSigner signer;

  /** Creates a writer for one merchant. */
  public NotificationWriter(FakeWechatKeys keys) {
    this.apiV3Key = keys.apiV3Key().getBytes(UTF_8);
    this.signer = new PlatformSigner(keys);
  }

  /** Writes a notification that is signed now. */
  public SignedNotification write(WechatEvent event, Instant now) {
    return sign(encrypt(event, apiV3Key), now, Fault.NONE);
  }

  /** Writes a notification with a signature of another text, as the channel's probes have. */
  public SignedNotification probe(WechatEvent event, Instant now) {
    return sign(encrypt(event, apiV3Key), now, Fault.PROBE);
  }

  SignedNotification write(WechatEvent event, Instant now, NotificationFaults.Kind fault) {
    return switch (fault) {
      case WRONG_SIGNATURE -> sign(encrypt(event, apiV3Key), now, Fault.WRONG_SIGNATURE);
      case WRONG_SERIAL -> sign(encrypt(event, apiV3Key), now, Fault.WRONG_SERIAL);
      case OTHER_KEY -> sign(encrypt(event, otherKey()), now, Fault.NONE);
      case NONE, LOST, HELD -> write(event, now);
    };
  }

  private static byte[] otherKey() {
    return RandomHex.digits(32).getBytes(UTF_8);
  }

  private SignedNotification sign(String body, Instant now, Fault fault) {
    Map<String, String> headers = new HashMap<>(signer.sign(body, now, fault));
    headers.put("Content-Type", "application/json");
    return new SignedNotification(headers, body);
  }

  private static String encrypt(WechatEvent event, byte[] key) {
    String nonce = RandomHex.digits(NONCE_CHARACTERS);
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("original_type", event.originalType());
    resource.put("algorithm", "AEAD_AES_256_GCM");
    resource.put("ciphertext", encrypt(event, nonce, key));
    resource.put("associated_data", event.originalType());
    resource.put("nonce", nonce);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", event.id());
    body.put("create_time", WechatTime.of(event.createTime()));
    body.put("resource_type", "encrypt-resource");
    body.put("event_type", event.type());
    body.put("summary", summary(event.type()));
    body.put("resource", resource);
    return JSON.writeValueAsString(body);
  }

  private static String summary(String type) {
    return switch (type) {
      case "TRANSACTION.SUCCESS" -> "支付成功";
      case "REFUND.SUCCESS" -> "退款成功";
      case "REFUND.ABNORMAL" -> "退款异常";
      case "REFUND.CLOSED" -> "退款关闭";
      default -> type;
    };
  }

  private static String encrypt(WechatEvent event, String nonce, byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce.getBytes(UTF_8)));
      cipher.updateAAD(event.originalType().getBytes(UTF_8));
      byte[] plain = JSON.writeValueAsBytes(event.resource());
      return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt under this key", e);
    }
  }
}
