package com.yuge.payment.domain.statement;

import java.io.InputStream;
import java.io.OutputStream;

/** The statements' files, as they came. */
public interface StatementFiles {
  /**
   * Replaces the statement's file. What is written is stored in parts, each in a transaction of its
   * own; the file counts when the statement is written as fetched.
   *
   * @throws StatementLost from the stream, if the version is no longer the statement's
   */
  OutputStream replace(Statement statement);

  /** Opens the file of a statement. It reads a part at a time, and needs no transaction. */
  InputStream open(Statement statement);
}
