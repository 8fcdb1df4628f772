package com.yuge.payment.domain.channel;

/** A file that is not the statement that it should be; nothing of it counts. */
public final class UnreadableStatement extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Reason {
    /** It ends before its totals. */
    TRUNCATED,
    /** Its totals are not the sums of its lines. */
    TOTALS,
    /** A column that is needed is missing, or is there twice. */
    COLUMNS,
    /** A line has more or fewer cells than there are columns, or a cell breaks its grammar. */
    LINE,
    /** A byte is not of the channel's character set. */
    ENCODING,
    /** It is larger, or has more lines, than the settings allow. */
    TOO_LARGE,
    /** It is no archive, or the archive has not the one file that it should have. */
    ARCHIVE
  }

  private final Reason reason;

  /**
   * @param detail for people; without texts of the file beyond a column's name
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
