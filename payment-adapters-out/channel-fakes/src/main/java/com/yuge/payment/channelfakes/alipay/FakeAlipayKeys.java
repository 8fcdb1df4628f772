package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.http.RandomDecimal;
import com.yuge.payment.channelfakes.rsa.RsaPem;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Properties;

/**
 * An app at the fake, with its keys and with the fake's own. All keys are PEM texts: PKCS #8 for
 * private keys, X.509 for public ones.
 *
 * @param appId the app
 * @param sellerId the merchant
 * @param appPrivateKeyPem signs requests
 * @param appPublicKeyPem verifies requests
 * @param alipayPrivateKeyPem signs answers and notifications
 * @param alipayPublicKeyPem verifies answers and notifications
 */
public record FakeAlipayKeys(
    String appId,
    String sellerId,
    String appPrivateKeyPem,
    String appPublicKeyPem,
    String alipayPrivateKeyPem,
    String alipayPublicKeyPem) {
  /** The file of the app's private key, as a service reads it. */
  public static final String PRIVATE_KEY_FILE = "app_private_key.pem";

  /** The file of Alipay's public key, as a service reads it. */
  public static final String ALIPAY_PUBLIC_KEY_FILE = "alipay_public_key.pem";

  static final String KEYS_FILE = "keys.properties";

  /** Makes an app, a merchant and two pairs of keys. */
  public static FakeAlipayKeys generate() {
    KeyPair app = RsaPem.pair();
    KeyPair alipay = RsaPem.pair();
    return new FakeAlipayKeys(
        "2021" + RandomDecimal.digits(12),
        "2088" + RandomDecimal.digits(12),
        RsaPem.of(app.getPrivate()),
        RsaPem.of(app.getPublic()),
        RsaPem.of(alipay.getPrivate()),
        RsaPem.of(alipay.getPublic()));
  }

  /** Returns the same keys each time, for all tests of a JVM: keys take seconds to make. */
  public static FakeAlipayKeys ofThisJvm() {
    return OfThisJvm.KEYS;
  }

  private static final class OfThisJvm {
    static final FakeAlipayKeys KEYS = generate();
  }

  /** Writes what another process needs: two PEM files for a service, and all keys for a fake. */
  public void write(Path folder) throws IOException {
    Path unused = Files.createDirectories(folder);
    unused = Files.writeString(folder.resolve(PRIVATE_KEY_FILE), appPrivateKeyPem);
    unused = Files.writeString(folder.resolve(ALIPAY_PUBLIC_KEY_FILE), alipayPublicKeyPem);
    Properties properties = new Properties();
    properties.setProperty("app-id", appId);
    properties.setProperty("seller-id", sellerId);
    properties.setProperty("app-private-key", appPrivateKeyPem);
    properties.setProperty("app-public-key", appPublicKeyPem);
    properties.setProperty("alipay-private-key", alipayPrivateKeyPem);
    properties.setProperty("alipay-public-key", alipayPublicKeyPem);
    try (Writer writer = Files.newBufferedWriter(folder.resolve(KEYS_FILE))) {
      properties.store(writer, null);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static FakeAlipayKeys read(Path folder) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(KEYS_FILE))) {
      properties.load(reader);
    }
    return new FakeAlipayKeys(
        properties.getProperty("app-id"),
        properties.getProperty("seller-id"),
        properties.getProperty("app-private-key"),
        properties.getProperty("app-public-key"),
        properties.getProperty("alipay-private-key"),
        properties.getProperty("alipay-public-key"));
  }

  /** Without the keys: records end up in logs. */
  @Override
  public String toString() {
    return "FakeAlipayKeys[appId=%s, sellerId=%s]".formatted(appId, sellerId);
  }
}
