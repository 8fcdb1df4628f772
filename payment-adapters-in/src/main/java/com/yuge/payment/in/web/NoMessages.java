package com.yuge.payment.in.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * The context's source of messages; there are none, all texts are in {@link Messages}. Spring's own
 * one would look up every locale that Java knows at each start.
 */
final class NoMessages implements MessageSource {
  @Override
  public @Nullable String getMessage(
      String code, Object @Nullable [] arguments, @Nullable String text, @Nullable Locale locale) {
    return text;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    throw new NoSuchMessageException(code);
  }

  @Override
  public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
    String text = message.getDefaultMessage();
    if (text == null) {
      throw new NoSuchMessageException(Arrays.toString(message.getCodes()));
    }
    return text;
  }
}
