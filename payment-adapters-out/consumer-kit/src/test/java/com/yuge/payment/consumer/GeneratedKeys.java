package com.yuge.payment.consumer;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

/** A key with a certificate that signed itself, so that it is also the authority to trust. */
final class GeneratedKeys {
  static final String PASSWORD = "changeit";
  private static final int SECONDS = 30;

  private final KeyStore keys;

  private GeneratedKeys(KeyStore keys) {
    this.keys = keys;
  }

  /** Makes one with the JDK's keytool; its subject is CN=name. */
  static GeneratedKeys of(Path folder, String name) {
    Path store = folder.resolve(name + ".p12");
    String options =
        "-genkeypair -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12 -storepass %s"
            + " -alias %s -dname CN=%s";
    try {
      run(options.formatted(PASSWORD, name, name), store);
      return new GeneratedKeys(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no keys in " + store, e);
    }
  }

  private static void run(String options, Path store) throws IOException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String command = "%s %s -keystore %s".formatted(keytool, options, store);
    Process process = new ProcessBuilder(command.split(" ")).inheritIO().start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("failed: " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  KeyStore keys() {
    return keys;
  }

  /** Returns a store that trusts the certificate. */
  KeyStore trust() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      String alias = keys.aliases().nextElement();
      trusted.setCertificateEntry(alias, keys.getCertificate(alias));
      return trusted;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no trust store", e);
    }
  }
}
