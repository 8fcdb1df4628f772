package com.yuge.payment.out.jdbc;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the database says that it will run a statement. */
record Plan(String sql, List<Access> accesses) {

  /** What the statement reads from tables that grow. */
  List<Access> ofBigTables() {
    return accesses.stream().filter(Access::isOfBigTable).toList();
  }

  /** One line of EXPLAIN; the table goes by its alias. */
  record Access(
      @Nullable String table, @Nullable String type, @Nullable String key, @Nullable String extra) {
    private static final Set<String> SMALL = Set.of("t_outbox_partition", "t_outbox_blocked");
    private static final Set<String> BY_KEY = Set.of("const", "eq_ref", "ref", "range");

    // A table made for the statement is as small as what was asked for; partitions are 16, and
    // blocked orders have a most.
    private boolean isOfBigTable() {
      return table != null && !isMade(table) && !SMALL.contains(table);
    }

    private boolean isMade(String name) {
      return name.startsWith("<") || (extra != null && extra.startsWith("Table function"));
    }

    boolean isByKey() {
      return type != null && BY_KEY.contains(type);
    }

    boolean isSortedOrCopied() {
      return extra != null && (extra.contains("filesort") || extra.contains("temporary"));
    }
  }
}
