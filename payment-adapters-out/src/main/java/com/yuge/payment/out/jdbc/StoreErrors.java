package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.StoreUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Classifies database errors: a lost race, an unavailable store, or a bug. */
final class StoreErrors {
  /** MySQL's and MariaDB's ER_CHECKREAD (a row changed since it was read) and ER_LOCK_DEADLOCK. */
  private static final Set<Integer> LOST_RACE = Set.of(1020, 1213);

  /** ER_LOCK_WAIT_TIMEOUT, ER_CON_COUNT_ERROR, ER_SERVER_SHUTDOWN. */
  private static final Set<Integer> BUSY = Set.of(1205, 1040, 1053);

  /** ER_OPTION_PREVENTS_STATEMENT, ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION, ER_READ_ONLY_MODE. */
  private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836);

  private StoreErrors() {}

  /** Returns whether the server was demoted to a replica, or is not yet promoted. */
  static boolean isReadOnly(SQLException e) {
    return READ_ONLY.contains(e.getErrorCode());
  }

  /** Runs a query outside a transaction and translates its errors. */
  static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw translate(e);
    }
  }

  /** Does the same as {@link #ask} for a command without a result. */
  static void run(Runnable command) {
    try {
      command.run();
    } catch (RuntimeException e) {
      throw translate(e);
    }
  }

  /** Returns whether the transaction was rolled back in favour of another; a retry may succeed. */
  static boolean isLostRace(RuntimeException e) {
    return e instanceof LostRace || LOST_RACE.contains(code(e));
  }

  /** Returns a {@link StoreUnavailable} for a temporary error, and any other error unchanged. */
  static RuntimeException translate(RuntimeException e) {
    if (!mayPass(e)) {
      return e;
    }
    // Without Spring's wrapper: its message contains the SQL and would be logged.
    Throwable cause = saidByDriver(e).<Throwable>map(said -> said).orElse(e);
    return new StoreUnavailable("the database is away or busy", cause);
  }

  private static boolean mayPass(RuntimeException e) {
    return e instanceof TransientDataAccessException
        || e instanceof RecoverableDataAccessException
        || e instanceof DataAccessResourceFailureException
        || e instanceof CannotCreateTransactionException
        || e instanceof TransactionSystemException
        || e instanceof TransactionTimedOutException
        || isLostRace(e)
        || BUSY.contains(code(e))
        || READ_ONLY.contains(code(e));
  }

  private static int code(Throwable e) {
    return saidByDriver(e).map(SQLException::getErrorCode).orElse(0);
  }

  private static Optional<SQLException> saidByDriver(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }
}
