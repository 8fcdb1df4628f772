package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.Signer;
import com.yuge.payment.out.Secret;
import com.yuge.payment.out.channel.RsaKeys;
import com.yuge.payment.out.channel.wechat.WechatProperties.Account;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one account.
 *
 * @param signer signs our requests with the merchant's private key
 * @param publicKeyId names WeChat Pay's public key in each answer and notification
 * @param publicKey verifies what WeChat Pay signs
 * @param cipher decrypts notifications
 */
record WechatKeys(Signer signer, String publicKeyId, PublicKey publicKey, AeadAesCipher cipher) {

  /**
   * Reads the files of an account whose settings have been validated.
   *
   * @param path where the account stands in the settings, up to the key's name
   */
  static WechatKeys read(Account account, String path) {
    return new WechatKeys(
        new RSASigner(
            set(account.merchantSerial()),
            RsaKeys.privateKey(path + "private-key-file", set(account.privateKeyFile()))),
        set(account.publicKeyId()),
        RsaKeys.publicKey(path + "public-key-file", set(account.publicKeyFile())),
        new AeadAesCipher(bytes(account.apiV3Key())));
  }

  private static byte[] bytes(@Nullable Secret key) {
    return set(key).text().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the value. The validation has already refused settings without it. */
  static <T> T set(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the settings of an account are validated first");
    }
    return value;
  }
}
