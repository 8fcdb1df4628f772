package com.yuge.payment.domain.fakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A channel's statements as a test writes them. A file has a line for each entry, with empty cells
 * for numbers that are not there, and a last line of totals.
 */
public final class FakeStatements implements StatementGateway {
  public static final StatementAnswer AWAY =
      new StatementAnswer.Unknown(new UnknownReason(UnknownReason.Cause.TIMEOUT, "away"));

  private final InMemoryStore store;
  private final PayChannel channel;
  private final Map<StatementRequest, String> files = new HashMap<>();
  private final Deque<StatementAnswer> answers = new ArrayDeque<>();
  private final List<StatementRequest> asked = new ArrayList<>();
  private List<StatementSource> sources;
  private boolean away;

  public FakeStatements(InMemoryStore store, PayChannel channel) {
    this.store = store;
    this.channel = channel;
    this.sources =
        List.of(
            new StatementSource(
                "FAKE", "ALL", LocalTime.of(9, 0), Set.of(), new BigDecimal("0.0060")));
  }

  @Override
  public PayChannel channel() {
    return channel;
  }

  @Override
  public synchronized List<StatementSource> sources() {
    return sources;
  }

  @Override
  public synchronized StatementAnswer fetch(StatementRequest request, OutputStream file)
      throws IOException {
    if (store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
    asked.add(request);
    if (away) {
      return AWAY;
    }
    StatementAnswer told = answers.poll();
    if (told != null) {
      return told;
    }
    String written = files.get(request);
    if (written == null) {
      return new StatementAnswer.NoStatement();
    }
    file.write(written.getBytes(UTF_8));
    return new StatementAnswer.Fetched();
  }

  @Override
  public StatementTotals read(InputStream file, Consumer<StatementLine> lines)
      throws UnreadableStatement, IOException {
    List<String> texts = new String(file.readAllBytes(), UTF_8).lines().toList();
    if (texts.isEmpty() || !texts.get(texts.size() - 1).startsWith(FakeStatementText.TOTALS)) {
      throw new UnreadableStatement(Reason.TRUNCATED, "it ends before its totals");
    }
    StatementTotals totals = StatementTotals.NONE;
    for (String text : texts.subList(0, texts.size() - 1)) {
      StatementLine line = FakeStatementText.read(totals.lines() + 1, text);
      totals = totals.plus(line);
      lines.accept(line);
    }
    if (!texts.get(texts.size() - 1).equals(FakeStatementText.written(totals))) {
      throw new UnreadableStatement(Reason.TOTALS, "the lines make other totals");
    }
    return totals;
  }

  /** The statements that the channel has; without a call it has one, of the merchant FAKE. */
  public synchronized void has(StatementSource... all) {
    sources = List.of(all);
  }

  /** Writes the day's statement of the first source; written again, the file is another one. */
  public void writes(LocalDate day, List<StatementLine> lines) {
    writes(new StatementRequest(sources().get(0), day), lines);
  }

  public void writes(StatementRequest request, List<StatementLine> lines) {
    writesText(request, FakeStatementText.written(lines));
  }

  /** Writes a file that need not be readable. */
  public synchronized void writesText(StatementRequest request, String text) {
    files.put(request, text);
  }

  /** The file that it has. */
  public synchronized String text(StatementRequest request) {
    return Objects.requireNonNull(files.get(request), "written before");
  }

  /** What it answers to the next requests, one after the other; then as written. */
  public synchronized void answers(StatementAnswer... next) {
    answers.addAll(List.of(next));
  }

  public synchronized void goAway(boolean goes) {
    away = goes;
  }

  /** The requests so far. */
  public synchronized List<StatementRequest> asked() {
    return List.copyOf(asked);
  }
}
