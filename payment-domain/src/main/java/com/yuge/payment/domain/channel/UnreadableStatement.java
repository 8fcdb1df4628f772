package com.yuge.payment.domain.channel;

/** A file that is not a valid statement; none of its lines count. */
public final class UnreadableStatement extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Reason {
    /** It ends before its totals. */
    TRUNCATED,
    /** Its totals are not the sums of its lines. */
    TOTALS,
    /** A required column is missing, or occurs twice. */
    COLUMNS,
    /** A line has more or fewer cells than there are columns, or a cell breaks its grammar. */
    LINE,
    /** A byte is not in the channel's character set. */
    ENCODING,
    /** It is larger, or has more lines, than the settings allow. */
    TOO_LARGE,
    /** It is not an archive, or the archive does not contain exactly the expected file. */
    ARCHIVE
  }

  private final Reason reason;

  /**
   * @param detail for people; contains no text of the file except a column's name
   */
  public UnreadableStatement(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public Reason reason() {
    return reason;
  }
}
