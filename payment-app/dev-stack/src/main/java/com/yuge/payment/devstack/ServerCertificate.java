package com.yuge.payment.devstack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A new self-signed certificate, so it is also the authority to trust.
 *
 * @param certificate file in PEM
 * @param privateKey file in PEM, PKCS #8 without a password
 */
public record ServerCertificate(Path certificate, Path privateKey) {
  private static final String PASSWORD = "changeit";
  private static final int SECONDS = 30;
  private static final List<String> OPTIONS =
      List.of(
          "-genkeypair",
          "-keyalg",
          "EC",
          "-groupname",
          "secp256r1",
          "-validity",
          "2",
          "-storetype",
          "PKCS12",
          "-storepass",
          PASSWORD);

  /** Makes a certificate with the JDK's keytool; the names of its files begin with the name. */
  public static ServerCertificate create(Path folder, String name) {
    Path store = folder.resolve(name + ".p12");
    try {
      Files.deleteIfExists(store);
      generate(store, name);
      KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      return new ServerCertificate(
          pem(folder.resolve(name + ".crt"), "CERTIFICATE", keys.getCertificate(name).getEncoded()),
          pem(
              folder.resolve(name + ".key"),
              "PRIVATE KEY",
              keys.getKey(name, PASSWORD.toCharArray()).getEncoded()));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate in " + store, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void generate(Path store, String name) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-keystore", store.toString()));
    Process keytool = new ProcessBuilder(command).inheritIO().start();
    if (!keytool.waitFor(SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      keytool.destroyForcibly();
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  private static Path pem(Path file, String type, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, lines, type), US_ASCII);
  }
}
