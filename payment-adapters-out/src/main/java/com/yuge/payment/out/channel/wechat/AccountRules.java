package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.out.Secret;
import com.yuge.payment.out.channel.wechat.WechatProperties.Account;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What each setting of an account must look like. */
final class AccountRules {
  private static final String FILE = "(?s).*\\S.*";
  private static final List<Rule> RULES =
      List.of(
          new Rule("mchId", Account::mchId, "[0-9]{6,32}", "the merchant number, 6 to 32 digits"),
          new Rule(
              "appId",
              Account::appId,
              "[0-9A-Za-z]{6,31}",
              "the app id, 6 to 31 letters or digits, such as wxd678efh567hg6787"),
          new Rule(
              "apiV3Key",
              AccountRules::apiV3Key,
              "[\\x21-\\x7E]{32}",
              "the key of API version 3, 32 ASCII characters"),
          new Rule("privateKeyFile", Account::privateKeyFile, FILE, "the path of a PEM file"),
          new Rule(
              "merchantSerial",
              Account::merchantSerial,
              "[0-9A-Fa-f]{8,64}",
              "the serial number of the merchant's certificate, 8 to 64 hexadecimal digits"),
          new Rule(
              "publicKeyId",
              Account::publicKeyId,
              "PUB_KEY_ID_[0-9A-Za-z]{1,64}",
              "the id of WeChat Pay's public key, PUB_KEY_ID_ and digits"),
          new Rule("publicKeyFile", Account::publicKeyFile, FILE, "the path of a PEM file"));

  private record Rule(
      String field, Function<Account, @Nullable String> value, String regex, String meaning) {
    boolean breaks(Account account) {
      String text = value.apply(account);
      return text == null || !text.matches(regex);
    }
  }

  private AccountRules() {}

  /**
   * Reports each setting that breaks its rule.
   *
   * @param path where the account stands in the settings, up to the field's name
   */
  static void check(Account account, String path, Errors errors) {
    for (Rule rule : RULES) {
      if (rule.breaks(account)) {
        errors.rejectValue(path + rule.field(), "account", "must be " + rule.meaning());
      }
    }
  }

  private static @Nullable String apiV3Key(Account account) {
    Secret key = account.apiV3Key();
    return key == null ? null : key.text();
  }
}
