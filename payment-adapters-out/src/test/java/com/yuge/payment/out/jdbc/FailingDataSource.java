package com.yuge.payment.out.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts the statements and commits that pass, and fails the one it was told to. */
final class FailingDataSource extends WatchedDataSource {
  private final Failures failures;

  FailingDataSource(DataSource target) {
    this(target, new Failures());
  }

  private FailingDataSource(DataSource target, Failures failures) {
    super(target, failures);
    this.failures = failures;
  }

  /** From now on, fails the statement after so many others; none if negative. */
  void failAfter(int others) {
    failures.passed.clear();
    failures.failing = others;
  }

  List<String> passed() {
    return List.copyOf(failures.passed);
  }

  private static final class Failures implements Watcher {
    private final List<String> passed = new ArrayList<>();
    private int failing = -1;

    @Override
    public void before(String statement) throws SQLException {
      if (passed.size() == failing) {
        throw new SQLException("made to fail: " + statement, "HY000", 1105);
      }
      passed.add(statement);
    }
  }
}
