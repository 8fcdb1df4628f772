package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.StatementTotals;
import org.jspecify.annotations.Nullable;

/**
 * A channel's statement of one day, and its progress. Immutable: each step returns the next state.
 *
 * @param version counts the claims; a holder of an older version has lost the statement
 * @param run the number of the run, from 1; each request of an operator to fetch the statement
 *     again begins the next run
 * @param attempts how many files of this run could not be read
 * @param file null until it is fetched
 * @param totals null until it is parsed
 * @param foreignLines how many of its lines are about payments of other systems
 * @param progress how far the comparison with our books is
 * @param matchedSha256 the file that was matched last; null before the first
 * @param failure why it failed, why the last file was refused, or why its day was not compared;
 *     null otherwise
 */
public record Statement(
    long id,
    StatementKey key,
    StatementState state,
    long version,
    int run,
    int attempts,
    @Nullable StatementFile file,
    @Nullable StatementTotals totals,
    int foreignLines,
    StatementProgress progress,
    @Nullable String matchedSha256,
    @Nullable String failure) {

  public StatementWalk walk() {
    return progress.walk();
  }

  /** Whether the search for payments and refunds of the day that no statement lists is complete. */
  public boolean isCompared() {
    return walk() == StatementWalk.DONE && failure == null;
  }

  public long row() {
    return progress.row();
  }

  Statement fetched(StatementFile fetched) {
    return with(StatementState.FETCHED, attempts, fetched, null, 0, null);
  }

  /** The file is not a valid statement; another one is fetched unless this was the last attempt. */
  Statement unreadable(String why, int mostAttempts) {
    StatementState next =
        attempts + 1 < mostAttempts ? StatementState.WAITING : StatementState.FAILED;
    return with(next, attempts + 1, file, null, 0, why);
  }

  Statement parsed(StatementTotals sums, int foreign) {
    return with(StatementState.PARSED, attempts, file, sums, foreign, null);
  }

  Statement matched() {
    String sha256 = file == null ? matchedSha256 : file.sha256();
    return new Statement(
        id,
        key,
        StatementState.MATCHED,
        version,
        run,
        0,
        file,
        totals,
        foreignLines,
        progress.at(StatementWalk.PAYMENTS, 0),
        sha256,
        null);
  }

  Statement empty() {
    return with(StatementState.EMPTY, 0, null, StatementTotals.NONE, 0, null)
        .at(StatementWalk.PAYMENTS, 0);
  }

  Statement failed(String why) {
    return with(StatementState.FAILED, attempts, file, totals, foreignLines, why);
  }

  /** So many discrepancies mean that the whole file or comparison is wrong. */
  Statement tooMany(int most) {
    return failed("more than " + most + " discrepancies");
  }

  /** The lines are matched, but our books of the day will not be compared with them. */
  Statement uncompared(String why) {
    return with(progress.at(StatementWalk.DONE, 0), why);
  }

  /** It is fetched and matched once more. */
  Statement again() {
    return new Statement(
        id,
        key,
        StatementState.WAITING,
        version + 1,
        run + 1,
        0,
        null,
        null,
        0,
        StatementProgress.NONE,
        matchedSha256,
        null);
  }

  Statement at(StatementWalk walk, long row) {
    return with(progress.at(walk, row), failure);
  }

  /** This run has found more discrepancies. */
  Statement showing(int more) {
    return with(progress.plus(more), failure);
  }

  private Statement with(StatementProgress next, @Nullable String why) {
    return new Statement(
        id,
        key,
        state,
        version,
        run,
        attempts,
        file,
        totals,
        foreignLines,
        next,
        matchedSha256,
        why);
  }

  private Statement with(
      StatementState next,
      int nextAttempts,
      @Nullable StatementFile nextFile,
      @Nullable StatementTotals nextTotals,
      int foreign,
      @Nullable String why) {
    return new Statement(
        id,
        key,
        next,
        version,
        run,
        nextAttempts,
        nextFile,
        nextTotals,
        foreign,
        StatementProgress.NONE,
        matchedSha256,
        why);
  }
}
