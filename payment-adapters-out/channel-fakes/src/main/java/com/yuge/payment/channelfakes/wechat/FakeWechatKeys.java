package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.RandomDecimal;
import com.yuge.payment.channelfakes.http.RandomHex;
import com.yuge.payment.channelfakes.rsa.RsaPem;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Locale;
import java.util.Properties;

/**
 * A merchant at the fake, with its keys and with the platform's own.
 *
 * @param merchantSerial names the merchant's key in requests
 * @param platformPublicKeyId names the platform's key in answers and notifications
 * @param apiV3Key encrypts notifications, 32 characters
 */
public record FakeWechatKeys(
    String mchId,
    String appId,
    String merchantSerial,
    String merchantPrivateKeyPem,
    String merchantPublicKeyPem,
    String platformPrivateKeyPem,
    String platformPublicKeyPem,
    String platformPublicKeyId,
    String apiV3Key) {
  /** The file of the merchant's private key, as a service reads it. */
  public static final String PRIVATE_KEY_FILE = "apiclient_key.pem";

  /** The file of the platform's public key, as a service reads it. */
  public static final String PUBLIC_KEY_FILE = "pub_key.pem";

  static final String KEYS_FILE = "keys.properties";

  /** Makes a merchant and two pairs of keys. */
  public static FakeWechatKeys generate() {
    KeyPair merchant = RsaPem.pair();
    KeyPair platform = RsaPem.pair();
    return new FakeWechatKeys(
        "19" + RandomDecimal.digits(8),
        "wx" + RandomHex.digits(16),
        RandomHex.digits(40).toUpperCase(Locale.ROOT),
        RsaPem.of(merchant.getPrivate()),
        RsaPem.of(merchant.getPublic()),
        RsaPem.of(platform.getPrivate()),
        RsaPem.of(platform.getPublic()),
        "PUB_KEY_ID_" + RandomDecimal.digits(34),
        RandomHex.digits(32));
  }

  /** Returns the same keys each time, for all tests of a JVM: keys take seconds to make. */
  public static FakeWechatKeys ofThisJvm() {
    return OfThisJvm.KEYS;
  }

  private static final class OfThisJvm {
    static final FakeWechatKeys KEYS = generate();
  }

  /** Writes what another process needs: two PEM files for a service, and all keys for a fake. */
  public void write(Path folder) throws IOException {
    Path unused = Files.createDirectories(folder);
    unused = Files.writeString(folder.resolve(PRIVATE_KEY_FILE), merchantPrivateKeyPem);
    unused = Files.writeString(folder.resolve(PUBLIC_KEY_FILE), platformPublicKeyPem);
    Properties properties = new Properties();
    properties.setProperty("mch-id", mchId);
    properties.setProperty("app-id", appId);
    properties.setProperty("merchant-serial", merchantSerial);
    properties.setProperty("merchant-private-key", merchantPrivateKeyPem);
    properties.setProperty("merchant-public-key", merchantPublicKeyPem);
    properties.setProperty("platform-private-key", platformPrivateKeyPem);
    properties.setProperty("platform-public-key", platformPublicKeyPem);
    properties.setProperty("platform-public-key-id", platformPublicKeyId);
    properties.setProperty("api-v3-key", apiV3Key);
    try (Writer writer = Files.newBufferedWriter(folder.resolve(KEYS_FILE))) {
      properties.store(writer, null);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static FakeWechatKeys read(Path folder) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(KEYS_FILE))) {
      properties.load(reader);
    }
    return new FakeWechatKeys(
        properties.getProperty("mch-id"),
        properties.getProperty("app-id"),
        properties.getProperty("merchant-serial"),
        properties.getProperty("merchant-private-key"),
        properties.getProperty("merchant-public-key"),
        properties.getProperty("platform-private-key"),
        properties.getProperty("platform-public-key"),
        properties.getProperty("platform-public-key-id"),
        properties.getProperty("api-v3-key"));
  }

  /** Without the keys: records end up in logs. */
  @Override
  public String toString() {
    return "FakeWechatKeys[mchId=%s, appId=%s]".formatted(mchId, appId);
  }
}
