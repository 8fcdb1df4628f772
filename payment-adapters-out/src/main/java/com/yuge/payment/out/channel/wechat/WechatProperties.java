package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.out.Secret;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelSettings;
import com.yuge.payment.out.channel.statement.MerchantAccount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * WeChat Pay. The account's settings are needed only if it is switched on.
 *
 * @param enabled whether payments by WeChat are offered
 * @param mchId merchant number
 * @param appId app id of the official account, mini program or website that the merchant is bound
 *     to
 * @param apiV3Key key of API version 3, which decrypts notifications
 * @param privateKeyFile file of the merchant's private key, apiclient_key.pem
 * @param merchantSerial serial number of the merchant's certificate
 * @param publicKeyId id of WeChat Pay's public key
 * @param publicKeyFile file of WeChat Pay's public key, pub_key.pem
 * @param feeRate what WeChat Pay takes of a payment, such as 0.0060; without it, the fees in its
 *     statements are not checked
 * @param url address of WeChat Pay
 * @param notifyBaseUrl this service's address, as WeChat Pay reaches it
 * @param connectTimeout time until there is a connection to it
 * @param readTimeout time until its answer begins
 * @param deadline total time of a call
 * @param checkOnStart whether the start asks WeChat Pay whether keys and clock agree
 * @param former accounts of earlier payments, which are still queried, closed and refunded there;
 *     also the current account with a key that was replaced
 */
@Validated
@ConfigurationProperties("payment.wechat")
public record WechatProperties(
    @DefaultValue("false") boolean enabled,
    @Nullable String mchId,
    @Nullable String appId,
    @Nullable Secret apiV3Key,
    @Nullable String privateKeyFile,
    @Nullable String merchantSerial,
    @Nullable String publicKeyId,
    @Nullable String publicKeyFile,
    @Nullable @DecimalMin("0") @DecimalMax("0.1") BigDecimal feeRate,
    @DefaultValue("https://api.mch.weixin.qq.com") URI url,
    @Nullable URI notifyBaseUrl,
    @DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration connectTimeout,
    @DefaultValue("3s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration readTimeout,
    @DefaultValue("5s") @DurationMax(minutes = 1) Duration deadline,
    @DefaultValue("true") boolean checkOnStart,
    List<@Valid Account> former)
    implements ChannelSettings, Validator {

  /** WeChat Pay's two domains in mainland China. */
  private static final Set<String> HOSTS =
      Set.of("api.mch.weixin.qq.com", "api2.mch.weixin.qq.com");

  /** An account at WeChat Pay; the components are those of the current account. */
  public record Account(
      @Nullable String mchId,
      @Nullable String appId,
      @Nullable Secret apiV3Key,
      @Nullable String privateKeyFile,
      @Nullable String merchantSerial,
      @Nullable String publicKeyId,
      @Nullable String publicKeyFile,
      @Nullable @DecimalMin("0") @DecimalMax("0.1") BigDecimal feeRate) {
    MerchantAccount ofMerchant() {
      return new MerchantAccount(String.valueOf(mchId), WechatAccount.id(mchId, appId), feeRate);
    }
  }

  public WechatProperties {
    former = former == null ? List.of() : List.copyOf(former);
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == WechatProperties.class;
  }

  /** Checks rules that annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    if (!ChannelSettings.isHttp(url) || !url.getPath().matches("/?")) {
      errors.rejectValue("url", "url", "must be https://host, without a path");
    }
    if (!errors.hasFieldErrors("readTimeout") && deadline.compareTo(readTimeout) < 0) {
      errors.rejectValue("deadline", "order", "must be at least read-timeout");
    }
    if (enabled) {
      validateEnabled(errors);
    }
  }

  private void validateEnabled(Errors errors) {
    if (notifyBaseUrl == null
        || !ChannelSettings.isHttp(notifyBaseUrl)
        || notifyBaseUrl.getQuery() != null) {
      errors.rejectValue(
          "notifyBaseUrl", "url", "must be https://host, as WeChat Pay reaches this service");
    }
    AccountRules.check(current(), "", errors);
    for (int i = 0; i < former.size(); i++) {
      AccountRules.check(former.get(i), "former[" + i + "].", errors);
    }
  }

  Account current() {
    return new Account(
        mchId,
        appId,
        apiV3Key,
        privateKeyFile,
        merchantSerial,
        publicKeyId,
        publicKeyFile,
        feeRate);
  }

  /** All accounts with their merchants, the current one first. */
  List<MerchantAccount> merchants() {
    return Stream.concat(Stream.of(current()), former.stream()).map(Account::ofMerchant).toList();
  }

  /** The address for one kind of notification; the settings have been validated. */
  URI notifyUrl(String kind) {
    String base = String.valueOf(notifyBaseUrl).replaceFirst("/+$", "");
    return URI.create(base + "/channels/wechat/" + kind);
  }

  @Override
  public Set<String> officialHosts() {
    return HOSTS;
  }

  /** Its codes live for 2 hours. */
  @Override
  public Duration longestPayment() {
    return Duration.ofHours(2);
  }

  @Override
  public CallLimits limits() {
    return new CallLimits(connectTimeout, readTimeout, deadline);
  }
}
