package com.yuge.payment.out.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeysTest {
  @TempDir private Path folder;

  @Test
  void keysAreReadFromPem() throws Exception {
    KeyPair pair = pair("RSA", 2048);

    assertThat(RsaKeys.privateKey("a.key", file("PRIVATE KEY", pair.getPrivate())))
        .isEqualTo(pair.getPrivate());
    assertThat(RsaKeys.publicKey("a.key", file("PUBLIC KEY", pair.getPublic())))
        .isEqualTo(pair.getPublic());
  }

  @Test
  void shorterKeysAreRefused() throws Exception {
    KeyPair pair = pair("RSA", 1024);

    assertThatThrownBy(() -> RsaKeys.privateKey("a.key", file("PRIVATE KEY", pair.getPrivate())))
        .hasMessage(
            "a.key must be a PEM file with an RSA PKCS #8 private key of 2048 bits or more");
    assertThatThrownBy(() -> RsaKeys.publicKey("a.key", file("PUBLIC KEY", pair.getPublic())))
        .hasMessage("a.key must be a PEM file with an RSA public key of 2048 bits or more");
  }

  @Test
  void otherKeysAreRefused() throws Exception {
    KeyPair pair = pair("EC", 256);

    assertThatThrownBy(() -> RsaKeys.privateKey("a.key", file("PRIVATE KEY", pair.getPrivate())))
        .hasMessageContaining("a.key must be a PEM file with an RSA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "-----BEGIN PRIVATE KEY-----\nAAAA\n", "\0"})
  void whatIsNoKeyIsRefusedAndNotPrinted(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), text);

    assertThatThrownBy(() -> RsaKeys.privateKey("a.key", file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.key must be")
        .hasNoCause();
  }

  @Test
  void aFileThatIsNotThereIsNamedByItsSetting() {
    assertThatThrownBy(() -> RsaKeys.publicKey("a.key", "/no/such/file"))
        .hasMessage("a.key must be a file that can be read");
  }

  private String file(String kind, Key key) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()), kind);
    return Files.writeString(folder.resolve("key.pem"), text).toString();
  }

  private static KeyPair pair(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }
}
