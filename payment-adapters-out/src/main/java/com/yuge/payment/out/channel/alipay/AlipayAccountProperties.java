package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.out.channel.RsaKeys;
import com.yuge.payment.out.channel.statement.MerchantAccount;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An account at Alipay, as it is configured.
 *
 * @param appId our app at Alipay
 * @param sellerId the merchant who receives the money: 2088 and 12 digits
 * @param privateKeyFile the app's private key: RSA of at least 2048 bits, PKCS#8
 * @param alipayPublicKeyFile Alipay's public key for the app
 * @param feeRate what Alipay takes of a payment; without it, the fees in its statements are not
 *     checked
 */
public record AlipayAccountProperties(
    @Nullable String appId,
    @Nullable String sellerId,
    @Nullable String privateKeyFile,
    @Nullable String alipayPublicKeyFile,
    @Nullable @DecimalMin("0") @DecimalMax("0.1") BigDecimal feeRate) {
  private static final Grammar APP_ID = Grammar.of("appId", "app-id", "[0-9]{1,32}");
  private static final Grammar SELLER_ID = Grammar.of("sellerId", "seller-id", "2088[0-9]{12}");

  void validate(String prefix, Errors errors) {
    if (!APP_ID.accepts(appId)) {
      errors.rejectValue(prefix + "appId", "app-id", "must be 1 to 32 digits");
    }
    if (!SELLER_ID.accepts(sellerId)) {
      errors.rejectValue(prefix + "sellerId", "seller-id", "must be 2088 and 12 digits");
    }
    if (privateKeyFile == null || privateKeyFile.isBlank()) {
      errors.rejectValue(prefix + "privateKeyFile", "file", "must be the file of a private key");
    }
    if (alipayPublicKeyFile == null || alipayPublicKeyFile.isBlank()) {
      errors.rejectValue(
          prefix + "alipayPublicKeyFile", "file", "must be the file of Alipay's public key");
    }
  }

  /**
   * Reads the keys.
   *
   * @param prefix of the settings' names, for the message about a key that cannot be used
   */
  AlipayAccount read(String prefix) {
    return new AlipayAccount(
        Objects.requireNonNull(appId),
        Objects.requireNonNull(sellerId),
        base64(
            RsaKeys.privateKey(
                prefix + "private-key-file", Objects.requireNonNull(privateKeyFile))),
        List.of(
            base64(
                RsaKeys.publicKey(
                    prefix + "alipay-public-key-file",
                    Objects.requireNonNull(alipayPublicKeyFile)))));
  }

  MerchantAccount ofMerchant() {
    return new MerchantAccount(
        String.valueOf(sellerId), AlipayAccount.id(appId, sellerId), feeRate);
  }

  private static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }
}
