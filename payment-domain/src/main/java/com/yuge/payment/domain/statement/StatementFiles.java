package com.yuge.payment.domain.statement;

import java.io.InputStream;
import java.io.OutputStream;

/** The statements' files, as they came. */
public interface StatementFiles {
  /** A file that comes in. It is stored in parts, each in a transaction of its own. */
  abstract class Incoming extends OutputStream {
    /** Returns what was written; call it after the stream was closed. */
    public abstract StatementFile received();
  }

  /**
   * Replaces the statement's file, which counts when the statement is written as fetched.
   *
   * @param beforePart runs before each part is stored; what it throws ends the write
   * @throws StatementLost from the stream, if the version is no longer the statement's
   */
  Incoming replace(Statement statement, Runnable beforePart);

  /** Opens the file of a statement. It reads a part at a time, and needs no transaction. */
  InputStream open(Statement statement);
}
