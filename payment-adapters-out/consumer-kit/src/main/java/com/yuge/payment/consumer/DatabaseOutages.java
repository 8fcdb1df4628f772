package com.yuge.payment.consumer;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Recognizes failures of the database that pass by themselves, whatever the event is. */
final class DatabaseOutages {
  private static final List<Class<? extends Exception>> OUTAGES =
      List.of(
          CannotCreateTransactionException.class,
          TransactionSystemException.class, // The connection was lost in the commit.
          DataAccessResourceFailureException.class,
          RecoverableDataAccessException.class,
          TransientDataAccessException.class); // A deadlock or a lock wait timeout.

  /** More causes than any exception has. The limit ends the search in a cycle of causes. */
  private static final int MOST_CAUSES = 20;

  private DatabaseOutages() {}

  static boolean caused(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(cause -> OUTAGES.stream().anyMatch(outage -> outage.isInstance(cause)));
  }
}
