package com.yuge.payment.channelfakes.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeAlipaySettingsTest {
  @TempDir private Path folder;

  @Test
  void anotherProcessReadsTheSameSettingsAndKeys() throws IOException {
    Path file = folder.resolve("fake.properties");
    FakeAlipaySettings settings = new FakeAlipaySettings(8_092, Merchant.KEYS, 0.5);

    settings.write(file);

    assertThat(FakeAlipaySettings.read(file)).isEqualTo(settings);
    assertThat(folder.resolve(FakeAlipayKeys.PRIVATE_KEY_FILE))
        .hasContent(Merchant.KEYS.appPrivateKeyPem());
    assertThat(folder.resolve(FakeAlipayKeys.ALIPAY_PUBLIC_KEY_FILE))
        .hasContent(Merchant.KEYS.alipayPublicKeyPem());
    assertThat(folder.toFile().list()).hasSize(4);
  }

  @Test
  void aLogNeverShowsAKey() {
    assertThat(new FakeAlipaySettings(0, Merchant.KEYS, 1).toString())
        .contains(Merchant.KEYS.appId())
        .doesNotContain("KEY-----");
  }
}
