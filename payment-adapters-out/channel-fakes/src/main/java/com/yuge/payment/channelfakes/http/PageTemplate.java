package com.yuge.payment.channelfakes.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cashier's page with places such as {{amount}}. */
public final class PageTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

  private final String html;

  private PageTemplate(String html) {
    this.html = html;
  }

  /** Reads the page that all cashiers share. */
  public static PageTemplate cashier() {
    try (InputStream in = PageTemplate.class.getResourceAsStream("/channelfakes/cashier.html")) {
      if (in == null) {
        throw new IllegalStateException("the cashier's page is not on the class path");
      }
      return new PageTemplate(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills the places; those without a value stay empty. */
  public String fill(Map<String, String> values) {
    return PLACE.matcher(html).replaceAll(place -> Matcher.quoteReplacement(value(values, place)));
  }

  private static String value(Map<String, String> values, MatchResult place) {
    return values.getOrDefault(place.group(1), "");
  }
}
