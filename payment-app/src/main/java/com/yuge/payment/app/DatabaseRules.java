package com.yuge.payment.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.util.StringUtils;

/** Where the database is. */
final class DatabaseRules {
  /** Of MySQL's driver, which serves MariaDB as well; a database must be named for Flyway. */
  private static final Pattern URL = Pattern.compile("jdbc:mysql[+:\\w]*://[^/?]+/[^/?]+.*");

  /** One that may hold a secret, as between a host's parentheses, is not it. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^/]*//(?:[^@/]*@)?([\\w.,:\\[\\]-]+/[^?@]+)(\\?.*)?");

  private DatabaseRules() {}

  /** One a line: the key, a blank, the rule. */
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

  /** Such as {@code host:port/database}, for logs. */
  static String address(@Nullable String url) {
    Matcher address = ADDRESS.matcher(String.valueOf(url));
    return address.matches() ? address.group(1) : "of spring.datasource.url";
  }
}
