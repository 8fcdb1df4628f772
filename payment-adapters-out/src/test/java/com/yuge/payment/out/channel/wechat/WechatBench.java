package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/** An account that no fake knows, and WeChat Pay's pen. */
final class WechatBench {
  private static final FakeWechatKeys MADE = FakeWechatKeys.ofThisJvm();
  static final KeyPair MERCHANT = pair(MADE.merchantPublicKeyPem(), MADE.merchantPrivateKeyPem());
  static final KeyPair PLATFORM = pair(MADE.platformPublicKeyPem(), MADE.platformPrivateKeyPem());
  static final KeyPair STRANGER = RsaPem.pair();

  static final String MCH_ID = "1900000001";
  static final String APP_ID = "wx00000000000000a1";
  static final String MERCHANT_SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
  static final String KEY_ID = "PUB_KEY_ID_0119000000012026112900000000000001";
  static final String API_KEY = "0123456789abcdef0123456789ABCDEF";
  static final String OTHER_API_KEY = "fedcba9876543210fedcba9876543210";

  static final WechatAccount ACCOUNT = account(MCH_ID, APP_ID, keys(PLATFORM, KEY_ID, API_KEY));

  private WechatBench() {}

  static WechatAccounts accounts(WechatAccount... former) {
    return new WechatAccounts(ACCOUNT, List.of(former));
  }

  static WechatAccount account(String mchId, String appId, WechatKeys keys) {
    return new WechatAccount(mchId, appId, keys);
  }

  static WechatKeys keys(KeyPair platform, String keyId, String apiKey) {
    return new WechatKeys(
        new RSASigner(MERCHANT_SERIAL, MERCHANT.getPrivate()),
        keyId,
        platform.getPublic(),
        new AeadAesCipher(apiKey.getBytes(StandardCharsets.UTF_8)));
  }

  static String sign(String text, PrivateKey key, String algorithm) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair(String publicKeyPem, String privateKeyPem) {
    return new KeyPair(RsaPem.publicKey(publicKeyPem), RsaPem.privateKey(privateKeyPem));
  }
}
