package com.yuge.payment.domain.statement;

import java.io.InputStream;
import java.io.OutputStream;

/** The statements' files, unchanged. */
public interface StatementFiles {
  /** A file that is being received. It is stored in parts, each in a transaction of its own. */
  abstract class Incoming extends OutputStream {
    /** Returns the hash and the length of the file; call it after the stream was closed. */
    public abstract StatementFile received();
  }

  /**
   * Replaces the statement's file. The file counts only after the statement is written as FETCHED.
   *
   * @param beforePart runs before each part is stored; an exception from it ends the write
   * @throws StatementLost from the stream, if the version is no longer the statement's
   */
  Incoming replace(Statement statement, Runnable beforePart);

  /** Opens the file of a statement. It reads a part at a time, and needs no transaction. */
  InputStream open(Statement statement);
}
