package com.yuge.payment.out.channel.alipay;

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
 * Alipay.
 *
 * @param enabled whether payments can be made through Alipay
 * @param appId our app at Alipay, for new payments
 * @param sellerId the merchant who receives the money: 2088 and 12 digits
 * @param privateKeyFile the app's private key: RSA of at least 2048 bits, PKCS#8
 * @param alipayPublicKeyFile Alipay's public key for the app
 * @param feeRate what Alipay takes of a payment, such as 0.0060; without it, the fees in its
 *     statements are not checked
 * @param gatewayUrl address of Alipay
 * @param notifyBaseUrl this service's address for Alipay's notifications, without a path
 * @param connectTimeout time until there is a connection to it
 * @param readTimeout time until its answer begins
 * @param deadline total time of a call
 * @param checkOnStart whether the start asks Alipay for a trade that cannot exist, to check keys
 *     and clock
 * @param former accounts of earlier payments, which are still queried, closed and refunded; with
 *     the app id of another account, only one more public key of Alipay
 */
@Validated
@ConfigurationProperties("payment.alipay")
public record AlipayProperties(
    @DefaultValue("false") boolean enabled,
    @Nullable String appId,
    @Nullable String sellerId,
    @Nullable String privateKeyFile,
    @Nullable String alipayPublicKeyFile,
    @Nullable @DecimalMin("0") @DecimalMax("0.1") BigDecimal feeRate,
    @DefaultValue("https://openapi.alipay.com/gateway.do") URI gatewayUrl,
    @Nullable URI notifyBaseUrl,
    @DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration connectTimeout,
    @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration readTimeout,
    @DefaultValue("8s") @DurationMax(minutes = 1) Duration deadline,
    @DefaultValue("true") boolean checkOnStart,
    List<@Valid AlipayAccountProperties> former)
    implements ChannelSettings, Validator {
  private static final Set<String> OFFICIAL = Set.of("openapi.alipay.com");

  public AlipayProperties {
    former = former == null ? List.of() : List.copyOf(former);
  }

  AlipayAccountProperties current() {
    return new AlipayAccountProperties(
        appId, sellerId, privateKeyFile, alipayPublicKeyFile, feeRate);
  }

  /** All accounts with their merchants, the current one first. */
  List<MerchantAccount> merchants() {
    return Stream.concat(Stream.of(current()), former.stream())
        .map(AlipayAccountProperties::ofMerchant)
        .toList();
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == AlipayProperties.class;
  }

  /** Checks rules that annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    if (!errors.hasFieldErrors("readTimeout") && deadline.compareTo(readTimeout) < 0) {
      errors.rejectValue("deadline", "order", "must be at least read-timeout");
    }
    if (!enabled) {
      return;
    }
    if (!ChannelSettings.isHttp(gatewayUrl)) {
      errors.rejectValue("gatewayUrl", "url", "must be http://host:port/path or https://...");
    }
    if (notifyBaseUrl == null || !ChannelSettings.isHttp(notifyBaseUrl) || !isBase(notifyBaseUrl)) {
      errors.rejectValue("notifyBaseUrl", "url", "must be http://host:port or https://host:port");
    }
    current().validate("", errors);
    for (int i = 0; i < former.size(); i++) {
      former.get(i).validate("former[" + i + "].", errors);
    }
  }

  private static boolean isBase(URI uri) {
    return uri.getRawPath().matches("/?") && uri.getRawQuery() == null;
  }

  /** Where Alipay sends its notifications. */
  URI notifyUrl() {
    return URI.create(
        String.valueOf(notifyBaseUrl).replaceFirst("/$", "") + AlipayCallbackReader.PATH);
  }

  @Override
  public URI url() {
    return gatewayUrl;
  }

  @Override
  public Set<String> officialHosts() {
    return OFFICIAL;
  }

  @Override
  public CallLimits limits() {
    return new CallLimits(connectTimeout, readTimeout, deadline);
  }
}
