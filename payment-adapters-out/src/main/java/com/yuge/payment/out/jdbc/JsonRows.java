package com.yuge.payment.out.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows for a JSON_TABLE, as one parameter of a statement. */
final class JsonRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonRows() {}

  /** Leaves nulls out, because MySQL reads a JSON null as a text, but a missing field as NULL. */
  static String of(List<Map<String, @Nullable Object>> rows) {
    rows.forEach(row -> row.values().removeIf(Objects::isNull));
    return JSON.writeValueAsString(rows);
  }
}
