package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The parameters of a form, each decoded once. A name that comes twice is refused, because it would
 * have two meanings.
 */
record AlipayForm(Map<String, String> parameters) {
  private static final int MOST_PARAMETERS = 128;
  private static final Grammar BODY = Grammar.of("body", "form", "[\\x21-\\x7E]+");
  private static final Grammar NAME = Grammar.of("name", "form", "[A-Za-z0-9_]{1,64}");

  AlipayForm {
    parameters = Map.copyOf(parameters);
  }

  /** Throws {@link InvalidValue} unless it is a form whose names are all different. */
  static AlipayForm read(byte[] body) {
    String text = BODY.require(new String(body, StandardCharsets.ISO_8859_1));
    String[] pairs = text.split("&", -1);
    if (pairs.length > MOST_PARAMETERS) {
      throw new InvalidValue("body", "form");
    }
    Map<String, String> parameters = new HashMap<>();
    for (String pair : pairs) {
      put(parameters, pair);
    }
    return new AlipayForm(parameters);
  }

  private static void put(Map<String, String> parameters, String pair) {
    int end = pair.indexOf('=');
    String name = NAME.require(end < 0 ? pair : decoded(pair.substring(0, end)));
    String value = end < 0 ? "" : decoded(pair.substring(end + 1));
    if (parameters.put(name, value) != null) {
      throw new InvalidValue(name, "once");
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("body", "form");
    }
  }

  /** The value of a parameter; empty if there is none. Alipay signs no empty values. */
  String text(String name) {
    return parameters.getOrDefault(name, "");
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }
}
