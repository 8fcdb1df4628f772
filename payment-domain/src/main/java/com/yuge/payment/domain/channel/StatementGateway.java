package com.yuge.payment.domain.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * A channel's daily statements: fetched over the network, stored unchanged, and read from the
 * stored file. A call inside a transaction is refused. Every call ends within the deadline that its
 * adapter is configured with.
 */
public interface StatementGateway {
  PayChannel channel();

  /** The statements that the channel writes each day. */
  List<StatementSource> sources();

  /**
   * Fetches a statement.
   *
   * @param file receives the bytes of the file; they count only if the answer is {@link
   *     StatementAnswer.Fetched}
   * @throws IOException if {@code file} throws it
   */
  StatementAnswer fetch(StatementRequest request, OutputStream file) throws IOException;

  /**
   * Reads a file that was fetched.
   *
   * @param lines receives each line in the order of the file. The lines count only if this returns
   * @return the sums of the lines, which equal the totals in the file
   * @throws UnreadableStatement if the file is incomplete, or not in the channel's format
   * @throws IOException if {@code file} cannot be read
   */
  StatementTotals read(InputStream file, Consumer<StatementLine> lines)
      throws UnreadableStatement, IOException;
}
