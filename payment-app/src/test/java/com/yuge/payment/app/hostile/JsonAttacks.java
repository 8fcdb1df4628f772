package com.yuge.payment.app.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bodies that are no JSON object in good form, or hold what a field should not. */
final class JsonAttacks {
  /** None of them is an order number, a reason, or a signature. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "[[{}]]",
          "1",
          "-1",
          "-0",
          "01",
          "+1",
          ".5",
          "1.",
          "0x10",
          "7.001",
          "0.001",
          "1e400",
          "1e-400",
          "1E+2147483648",
          "1e999999999",
          "-1e-999999999",
          "9".repeat(1000),
          "0." + "0".repeat(1000) + "1",
          "1" + "0".repeat(40_000),
          "NaN",
          "Infinity",
          "\"1e400\"",
          "\"7.001\"",
          "\"-7\"",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "\"😀\"",
          "\"\u202eabc\"",
          "\"\ufeffx\"",
          "\"١٢\"",
          "\"' OR 1=1 --\"",
          "\"${jndi:ldap://x/y}\"",
          "\"#{1+1}\"",
          "\"../../x\"",
          "\"%s%n%d\"",
          "\"{0}{\"",
          "\"<script>\"",
          "\"a\\nb: c\"",
          "\"\u0000\"",
          "\"\u0001\"",
          "\"a\nb\"",
          "'x'",
          "/*c*/1",
          "\"open",
          "\"\\x\"",
          "\"\\u12\"",
          "\"" + "é".repeat(10_000) + "\"",
          "\"" + "😀".repeat(20) + "\"");

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "1",
          "\"a\"",
          "[]",
          "{",
          "}",
          "{}{}",
          "{},",
          "{}x",
          "{} \u0000",
          "{\"a\"}",
          "{\"a\":}",
          "{\"a\":1,}",
          "{,}",
          "{a:1}",
          "{'a':1}",
          "{\"a\":1 \"b\":2}",
          "<a/>",
          "a=b&c=d",
          "\u0000",
          "{\"\":1}",
          "{\"\\u0000\":1}",
          "{\"a\":\"",
          "{\"a\":\"\\",
          "{\"a\":tru",
          "//c\n{}");

  private JsonAttacks() {}

  static Arbitrary<byte[]> body(Endpoint endpoint) {
    return Arbitraries.oneOf(
            replaced(endpoint),
            added(endpoint),
            removed(endpoint),
            Arbitraries.of(BODIES),
            nested(),
            padded(endpoint),
            cut(endpoint))
        .map(Bytes::utf8);
  }

  private static Arbitrary<String> replaced(Endpoint endpoint) {
    return Combinators.combine(field(endpoint), Arbitraries.of(VALUES))
        .as(
            (field, value) -> {
              Map<String, String> fields = new LinkedHashMap<>(endpoint.fields());
              fields.put(field, value);
              return Endpoint.json(fields);
            });
  }

  /** A key twice, or one that nobody asked for. */
  private static Arbitrary<String> added(Endpoint endpoint) {
    Arbitrary<String> key =
        Arbitraries.oneOf(
            field(endpoint), Arbitraries.of("x", "", "__proto__", "class", "é\u0000"));
    return Combinators.combine(key, Arbitraries.of(VALUES), Arbitraries.of(true, false))
        .as(
            (name, value, first) -> {
              String json = Endpoint.json(endpoint.fields());
              String inner = json.substring(1, json.length() - 1);
              String more = "\"" + name + "\":" + value;
              return first ? "{" + more + "," + inner + "}" : "{" + inner + "," + more + "}";
            });
  }

  private static Arbitrary<String> removed(Endpoint endpoint) {
    return field(endpoint)
        .map(
            field -> {
              Map<String, String> fields = new LinkedHashMap<>(endpoint.fields());
              fields.remove(field);
              return Endpoint.json(fields);
            });
  }

  private static Arbitrary<String> nested() {
    return Combinators.combine(
            Arbitraries.of("[", "{\"a\":", "{\"a\":[", "[[{\"b\":"),
            Arbitraries.of(2, 100, 499, 501, 1001, 8000))
        .as((open, depth) -> "{\"orderNo\":" + open.repeat(depth));
  }

  /** About as long as a body may be. */
  private static Arbitrary<String> padded(Endpoint endpoint) {
    String json = Endpoint.json(endpoint.fields());
    return Arbitraries.of(1000, 65_535, 65_536, 65_537, 70_000)
        .map(length -> " ".repeat(length - Bytes.utf8(json).length) + json);
  }

  private static Arbitrary<String> cut(Endpoint endpoint) {
    String json = Endpoint.json(endpoint.fields());
    return Arbitraries.integers().between(0, json.length() - 1).map(end -> json.substring(0, end));
  }

  private static Arbitrary<String> field(Endpoint endpoint) {
    return Arbitraries.of(new ArrayList<>(endpoint.fields().keySet()));
  }
}
