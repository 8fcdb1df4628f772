package com.yuge.payment.channelfakes.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.channelfakes.http.Request;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parameters of a request, from its query string and its body, or of a notification. */
record SignedForm(Map<String, String> fields) {
  private static final String FORM = "application/x-www-form-urlencoded";

  SignedForm {
    fields = Map.copyOf(fields);
  }

  /** A parameter that is named twice is refused: the signature does not say which one counts. */
  static SignedForm read(Request request) {
    Map<String, String> fields = new HashMap<>();
    add(fields, Objects.toString(request.target().getRawQuery(), ""));
    if (request.method().equals("POST") && request.header("Content-Type").startsWith(FORM)) {
      add(fields, request.body());
    }
    return new SignedForm(fields);
  }

  private static void add(Map<String, String> fields, String encoded) {
    for (String field : encoded.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        String name = decoded(field.substring(0, equals));
        if (fields.put(name, decoded(field.substring(equals + 1))) != null) {
          throw ApiError.invalid("parameter");
        }
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiError.invalid("parameter");
    }
  }

  /** Returns a parameter; an empty text if it is absent. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Returns the text that a request's signature covers. */
  String content() {
    return contentWithout("sign");
  }

  String contentWithout(String... names) {
    Map<String, String> signed = new HashMap<>(fields);
    for (String name : names) {
      signed.remove(name);
    }
    return content(signed);
  }

  /** Returns the text that is signed: the fields by name, without empty ones. */
  static String content(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .filter(field -> !field.getValue().isEmpty())
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("&"));
  }

  /** Returns the same form with another value of this parameter. */
  SignedForm with(String name, String value) {
    Map<String, String> all = new HashMap<>(fields);
    all.put(name, value);
    return new SignedForm(all);
  }

  String encoded() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
