package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.StatementLine;
import java.util.List;

/** The statements' lines about our own payments and refunds. */
public interface StatementLines {
  /** Adds lines whose payment numbers are our own. */
  void add(Statement statement, List<StatementLine> lines);

  /** Removes some lines; returns how many. */
  int remove(Statement statement, int most);
}
