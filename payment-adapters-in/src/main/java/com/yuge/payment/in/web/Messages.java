package com.yuge.payment.in.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Texts in the caller's language: Chinese, or English if the caller prefers it. */
public final class Messages {
  private static final Locale DEFAULT = Locale.CHINESE;

  /** Maximum length of the header. Each language range in it costs a lookup. */
  private static final int MAX_ACCEPTED = 256;

  private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

  // Uses the bundles directly instead of Spring's MessageSource, so that other bundles cannot
  // override these texts.
  private static ResourceBundle texts(Locale language) {
    return ResourceBundle.getBundle(
        "payment/messages", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  public String text(HttpServletRequest request, String key, Object... arguments) {
    Locale language = language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String text = texts(language).getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
  }

  // Does not use the request's locale: for "*" that would be the machine's locale.
  private static Locale language(@Nullable String accepted) {
    if (accepted == null || accepted.length() > MAX_ACCEPTED) {
      return DEFAULT;
    }
    try {
      Locale found = Locale.lookup(LanguageRange.parse(accepted), LANGUAGES);
      return found == null ? DEFAULT : found;
    } catch (RuntimeException unreadable) {
      // The JDK's parser throws undocumented exceptions: "-" causes an index out of bounds.
      return DEFAULT;
    }
  }
}
