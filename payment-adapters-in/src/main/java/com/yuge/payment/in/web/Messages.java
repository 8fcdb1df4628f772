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

/** Texts in the caller's language: Chinese, or English where the caller would rather have it. */
public final class Messages {
  private static final Locale DEFAULT = Locale.CHINESE;

  /** Characters of the header that are read: each of its ranges costs a look-up. */
  private static final int MAX_ACCEPTED = 256;

  private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

  // The bundles alone, not Spring's source of messages: texts of others can neither shadow nor lack
  // these.
  private static ResourceBundle texts(Locale language) {
    return ResourceBundle.getBundle(
        "payment/messages", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  public String text(HttpServletRequest request, String key, Object... arguments) {
    Locale language = language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String text = texts(language).getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
  }

  // Not the request's own locale: for "*" that would be the machine's.
  private static Locale language(@Nullable String accepted) {
    if (accepted == null || accepted.length() > MAX_ACCEPTED) {
      return DEFAULT;
    }
    try {
      Locale found = Locale.lookup(LanguageRange.parse(accepted), LANGUAGES);
      return found == null ? DEFAULT : found;
    } catch (RuntimeException unreadable) {
      // The JDK's parser throws more than it says: for "-" it runs over the end of an array.
      return DEFAULT;
    }
  }
}
