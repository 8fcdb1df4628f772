package com.yuge.payment.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.util.StringUtils;

/** Rules for the database's address. */
public final class DatabaseRules {
  /** A URL of MySQL's driver, which also serves MariaDB. Flyway needs a database name. */
  private static final Pattern URL = Pattern.compile("jdbc:mysql[+:\\w]*://[^/?]+/[^/?]+.*");

  /**
   * The part of a URL that is safe to log. A URL that may contain a secret, for example in
   * parentheses, does not match.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("[^/]*//(?:[^@/]*@)?([\\w.,:\\[\\]-]+/[^?@]+)(\\?.*)?");

  private DatabaseRules() {}

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    DataSourceProperties database = settings.getBean(DataSourceProperties.class);
    List<String> broken = new ArrayList<>();
    if (!URL.matcher(String.valueOf(database.getUrl())).matches()) {
      broken.add("spring.datasource.url must be jdbc:mysql://host:port/database");
    }
    if (!StringUtils.hasText(database.getUsername())) {
      broken.add("spring.datasource.username must be the database's user");
    }
    return broken;
  }

  /** Returns the address for logs, such as {@code host:port/database}. */
  public static String address(@Nullable String url) {
    Matcher address = ADDRESS.matcher(String.valueOf(url));
    return address.matches() ? address.group(1) : "of spring.datasource.url";
  }
}
