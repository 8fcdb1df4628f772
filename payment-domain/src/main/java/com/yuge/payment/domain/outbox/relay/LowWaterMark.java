package com.yuge.payment.domain.outbox.relay;

/**
 * Where the reading of one partition begins. The database keeps removed rows while a transaction,
 * such as a backup, uses an old snapshot. A read from the partition's start would scan all of these
 * rows.
 *
 * <p>The mark rises only to rows that are stable (see {@link StableRows}), and only as far as a
 * read has found no pending event below it. A read leaves out blocked keys, so the mark may pass
 * their rows. Unblocking a key resets the mark.
 *
 * <p>From the mark on, one statement reads everything, or a scan reads piece by piece. A scan ends
 * at the newest row that was committed when the scan began. Up to that row, an earlier event of an
 * aggregate was committed before its later event got an id. So when a piece contains an event, the
 * events before it are in this piece or in an earlier one. Beyond that row, this is not guaranteed.
 */
final class LowWaterMark {
  private long mark;
  private long stable;
  private boolean scanning;
  private long cursor;
  private long ceiling;
  private boolean more;

  long row() {
    return mark;
  }

  /** Whether a read left out rows that are known to exist, so that the next read is due at once. */
  boolean hasMore() {
    return more;
  }

  void reset() {
    mark = 0;
    scanning = false;
    more = false;
  }

  /**
   * Returns the range to read next.
   *
   * @param newest the highest row id known to be committed; 0 if none is known
   * @param stable no new row appears below it from now on
   * @param span how many ids one read may cover
   */
  RowRange next(int partition, long newest, long stable, long span) {
    if (!scanning) {
      cursor = mark;
      ceiling = Math.max(newest, mark);
      scanning = span != ScanSpan.UNBOUNDED && (newest == 0 || newest - mark >= span);
      this.stable = stable;
    }
    return new RowRange(partition, cursor, scanning ? last(span) : RowRange.END);
  }

  private long last(long span) {
    return span == ScanSpan.UNBOUNDED ? ceiling : Math.min(ceiling, cursor + span - 1);
  }

  /** The range was read, and its first event is in this row. */
  void found(long row, RowRange range, long newest) {
    rise(row);
    cursor = Math.max(cursor, mark);
    more = newest > range.last();
  }

  /** The range was read and has no event. */
  void foundNothing(RowRange range, long newest) {
    rise(range.next());
    cursor = range.next();
    scanning &= cursor <= ceiling;
    more = newest > range.last();
  }

  private void rise(long clearBelow) {
    mark = Math.max(mark, Math.min(clearBelow, stable));
  }
}
