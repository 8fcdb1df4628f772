package com.yuge.payment.domain.outbox.relay;

/**
 * Where the reading of one partition begins. The database keeps removed rows while anybody, such as
 * a backup, looks at it as it was; a read from the partition's start would walk over all of them.
 *
 * <p>The mark rises to rows that are settled (see {@link SettledRows}), and only as far as a read
 * found nothing pending below them. Rows of blocked keys are not found, so the mark may pass them:
 * whoever unblocks a key resets it.
 *
 * <p>From the mark on, one statement reads all, or a scan reads piece by piece. A scan ends at the
 * newest row that was committed when it began: an order's earlier event was committed before the id
 * of its later one was drawn, so a piece shows no event whose predecessor an earlier piece had not
 * shown. Of rows beyond, that would not hold.
 */
final class LowWaterMark {
  private long mark;
  private long settled;
  private boolean scanning;
  private long cursor;
  private long ceiling;
  private boolean more;

  long row() {
    return mark;
  }

  /** Whether a read left out rows that are known to be there, so that the next is due at once. */
  boolean hasMore() {
    return more;
  }

  void reset() {
    mark = 0;
    scanning = false;
    more = false;
  }

  /**
   * What is to be read next.
   *
   * @param newest the highest row id known to be committed; 0 if none is known
   * @param settled below it nothing appears from now on
   * @param span how many ids one read may cover
   */
  RowRange next(int partition, long newest, long settled, long span) {
    if (!scanning) {
      cursor = mark;
      ceiling = Math.max(newest, mark);
      scanning = span != ScanSpan.UNBOUNDED && (newest == 0 || newest - mark >= span);
      this.settled = settled;
    }
    return new RowRange(partition, cursor, scanning ? last(span) : RowRange.END);
  }

  private long last(long span) {
    return span == ScanSpan.UNBOUNDED ? ceiling : Math.min(ceiling, cursor + span - 1);
  }

  /** The range was read, and its first event is that row. */
  void found(long row, RowRange range, long newest) {
    rise(row);
    cursor = Math.max(cursor, mark);
    more = newest > range.last();
  }

  /** The range was read, and has no event. */
  void foundNothing(RowRange range, long newest) {
    rise(range.next());
    cursor = range.next();
    scanning &= cursor <= ceiling;
    more = newest > range.last();
  }

  private void rise(long clearBelow) {
    mark = Math.max(mark, Math.min(clearBelow, settled));
  }
}
