package com.yuge.payment.app.contract;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Replaces what differs from run to run: numbers that the service chooses, how often its job asked,
 * times, addresses, accounts.
 */
final class Steady {
  private static final Pattern NUMBER = Pattern.compile("(PAY|REF)[0-9]{29}");
  private static final Map<String, String> REPLACED =
      Map.ofEntries(
          entry("\"[0-9-]{10}T[0-9:]{8}(\\.[0-9]+)?Z\"", "\"2026-11-22T04:00:00Z\""),
          entry("(?<!\"resetsAt\":)\"[0-9-]{10}T[0-9:]{8}\"", "\"2026-11-22T12:00:00\""),
          entry("\"resetsAt\":\"[0-9-]{10}", "\"resetsAt\":\"2026-11-23"),
          entry("\"day\":\"[0-9-]{10}\",\"used\"", "\"day\":\"2026-11-22\",\"used\""),
          // What is not about today is about the day before.
          entry("\"(day|completeDay)\":\"[0-9-]{10}\"(?!,\"used\")", "\"$1\":\"2026-11-21\""),
          entry("\"(id|statementId)\":[0-9]+", "\"$1\":1"),
          entry("\"bytes\":[0-9]+", "\"bytes\":480"),
          entry("\"asks\":[0-9]+", "\"asks\":1"),
          entry("\"merchant\":\"[0-9]+\"", "\"merchant\":\"1900000001\""),
          entry("\"[0-9a-f]{64}\"", "\"" + "0123456789abcdef".repeat(4) + "\""),
          entry("MOCK_(R_)?[0-9a-f]{16}", "MOCK_$11"),
          entry("http://127\\.0\\.0\\.1:[0-9]+", "http://127.0.0.1:18090"),
          entry("\"[0-9A-F]{32}\"", "\"0123456789ABCDEF0123456789ABCDEF\""),
          entry("\"owners\":\\{[^}]*}", "\"owners\":{\"instance-1\":16}"));

  private final Map<String, String> numbers = new TreeMap<>();

  String text(String told) {
    String steady = NUMBER.matcher(told).replaceAll(number -> number(number.group()));
    for (Map.Entry<String, String> one : REPLACED.entrySet()) {
      steady = steady.replaceAll(one.getKey(), one.getValue());
    }
    return steady;
  }

  /** The first is 1, and the same number is replaced in the same way everywhere. */
  private String number(String chosen) {
    return numbers.computeIfAbsent(
        chosen,
        number ->
            number.substring(0, 3) + "%s%012d".formatted("20261122120000123", numbers.size() + 1));
  }
}
