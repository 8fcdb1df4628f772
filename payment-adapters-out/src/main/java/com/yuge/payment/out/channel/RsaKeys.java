package com.yuge.payment.out.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads RSA keys from PEM files. A failure names the setting and its rule, never the key. */
public final class RsaKeys {
  static final int LEAST_BITS = 2048;

  private static final String ARMOUR = "-----(BEGIN|END) [A-Z ]+-----";

  private RsaKeys() {}

  /** A way to turn the bytes of a PEM file into a key. */
  private interface Decoding<K> {
    K decode(KeyFactory factory, byte[] bytes) throws GeneralSecurityException;
  }

  /**
   * Reads a private key, PKCS #8.
   *
   * @param setting the key of the setting that names the file
   */
  public static PrivateKey privateKey(String setting, String file) {
    return read(
        setting,
        file,
        "PKCS #8 private key",
        (factory, bytes) -> factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)));
  }

  /**
   * Reads a public key, X.509.
   *
   * @param setting the key of the setting that names the file
   */
  public static PublicKey publicKey(String setting, String file) {
    return read(
        setting,
        file,
        "public key",
        (factory, bytes) -> factory.generatePublic(new X509EncodedKeySpec(bytes)));
  }

  private static <K> K read(String setting, String file, String kind, Decoding<K> decoding) {
    String rule =
        "%s must be a PEM file with an RSA %s of %d bits or more"
            .formatted(setting, kind, LEAST_BITS);
    K key;
    try {
      String text = Files.readString(Path.of(file)).replaceAll(ARMOUR, "").replaceAll("\\s", "");
      key = decoding.decode(KeyFactory.getInstance("RSA"), Base64.getDecoder().decode(text));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(setting + " must be a file that can be read", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Without the cause: its text may hold parts of the key.
      throw new IllegalArgumentException(rule);
    }
    if (((RSAKey) key).getModulus().bitLength() < LEAST_BITS) {
      throw new IllegalArgumentException(rule);
    }
    return key;
  }
}
