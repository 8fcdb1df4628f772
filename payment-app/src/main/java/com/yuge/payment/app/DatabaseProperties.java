package com.yuge.payment.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the check at the start knows of Spring Boot's settings of the database. */
@ConfigurationProperties("spring.datasource")
record DatabaseProperties(
    @Nullable String url,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue Hikari hikari) {

  /** Of MySQL's driver, which serves MariaDB as well; a database must be named for Flyway. */
  private static final Pattern URL = Pattern.compile("jdbc:mysql[+:\\w]*://[^/?]+/[^/?]+.*");

  /** One that may hold a secret, as between a host's parentheses, is not it. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^/]*//(?:[^@/]*@)?([\\w.,:\\[\\]-]+/[^?@]+)(\\?.*)?");

  /** The pool; the relay holds a connection while it reads. */
  record Hikari(@DefaultValue("20") int maximumPoolSize) {
    private static final int LEAST = 2;
    private static final int MOST = 1000;

    Hikari {
      if (maximumPoolSize < LEAST || maximumPoolSize > MOST) {
        throw new IllegalArgumentException(
            "spring.datasource.hikari.maximum-pool-size must be " + LEAST + " to " + MOST);
      }
    }
  }

  DatabaseProperties {
    List<String> broken = new ArrayList<>();
    if (url == null || !URL.matcher(url).matches()) {
      broken.add("spring.datasource.url must be jdbc:mysql://host:port/database");
    }
    if (username == null || username.isBlank()) {
      broken.add("spring.datasource.username must be the database's user");
    }
    if (password == null) {
      broken.add("spring.datasource.password must be the user's password, empty if there is none");
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }

  /** Such as {@code host:port/database}, for logs. */
  String address() {
    Matcher address = ADDRESS.matcher(String.valueOf(url));
    return address.matches() ? address.group(1) : "of spring.datasource.url";
  }

  /** Without the secrets: records of settings end up in logs. */
  @Override
  public String toString() {
    return "DatabaseProperties[" + username + ", " + hikari + "]";
  }
}
