package com.yuge.payment.channelfakes.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeWechatKeysTest {
  @TempDir private Path folder;

  @Test
  void anotherProcessReadsTheSameSettingsAndKeys() throws IOException {
    Path file = folder.resolve("fake.properties");
    FakeWechatSettings settings = new FakeWechatSettings(18_091, Merchant.KEYS, 0.5);

    settings.write(file);

    assertThat(FakeWechatSettings.read(file)).isEqualTo(settings);
    assertThat(folder.resolve(FakeWechatKeys.PRIVATE_KEY_FILE))
        .hasContent(Merchant.KEYS.merchantPrivateKeyPem());
    assertThat(folder.resolve(FakeWechatKeys.PUBLIC_KEY_FILE))
        .hasContent(Merchant.KEYS.platformPublicKeyPem());
  }

  @Test
  void theKeysAreOfTheChannelsForm() {
    assertThat(Merchant.KEYS.apiV3Key()).hasSize(32);
    assertThat(Merchant.KEYS.platformPublicKeyId()).startsWith("PUB_KEY_ID_");
    assertThat(Merchant.KEYS.merchantSerial()).matches("[0-9A-F]{40}");
  }

  @Test
  void noKeyIsPrinted() {
    assertThat(Merchant.KEYS.toString()).doesNotContain(Merchant.KEYS.apiV3Key(), "BEGIN");
  }
}
