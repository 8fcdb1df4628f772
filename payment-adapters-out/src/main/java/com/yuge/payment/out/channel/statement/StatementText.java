package com.yuge.payment.out.channel.statement;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** The lines of a statement's text. A wrong byte and a line that is too long are refused. */
public final class StatementText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader text;
  private final int mostLines;
  private final StringBuilder line = new StringBuilder();
  private int lines;
  private boolean ended;

  /** Reads an unpacked text within the bounds; the caller closes the stream. */
  public StatementText(InputStream unpacked, Charset charset, StatementBounds bounds)
      throws IOException {
    this.mostLines = bounds.mostLines();
    this.text =
        new BufferedReader(
            new InputStreamReader(
                bounds.bounded(unpacked),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /** Returns the next line without its end; more lines must follow it. */
  public String next() throws UnreadableStatement, IOException {
    String next = last();
    if (!ended) {
      throw new UnreadableStatement(Reason.TRUNCATED, "it ends in the middle of a line");
    }
    return next;
  }

  /** Returns the next line without its end; it may be the last one. */
  public String last() throws UnreadableStatement, IOException {
    String last = nextIfAny();
    if (last == null) {
      throw new UnreadableStatement(Reason.TRUNCATED, "it ends before its totals");
    }
    return last;
  }

  /** Returns the next line without its end; null after the last one. */
  public @Nullable String nextIfAny() throws UnreadableStatement, IOException {
    int next = text.read();
    if (lines == 0 && next == BYTE_ORDER_MARK) {
      next = text.read();
    }
    if (next < 0) {
      return null;
    }
    if (++lines > mostLines) {
      throw new StatementBounds.TooLarge("more than " + mostLines + " lines");
    }
    line.setLength(0);
    while (next >= 0 && next != '\n') {
      append((char) next);
      next = text.read();
    }
    ended = next == '\n';
    return withoutReturn();
  }

  // Not BufferedReader's readLine, which keeps a line of any length.
  private void append(char next) throws UnreadableStatement {
    if (line.length() == StatementBounds.LONGEST_LINE) {
      throw new UnreadableStatement(
          Reason.LINE, "longer than " + StatementBounds.LONGEST_LINE + " characters");
    }
    line.append(next);
  }

  private String withoutReturn() {
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }

  /** Throws unless only blank lines follow. */
  public void requireEnd() throws UnreadableStatement, IOException {
    for (String rest = nextIfAny(); rest != null; rest = nextIfAny()) {
      if (!rest.isBlank()) {
        throw new UnreadableStatement(Reason.LINE, "a line after the totals");
      }
    }
  }
}
